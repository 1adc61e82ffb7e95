/** x. */
@CheckReturnValue
@NullMarked
package dev.annals.query;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
