/** How the views are doing, and how one is built anew, by HTTP. */
@CheckReturnValue
@NullMarked
package dev.annals.query.projection;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
