/** What happens to the one company that an instance is for. */
@CheckReturnValue
@NullMarked
package dev.annals.company;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
