/** What changed: at an event, or of an account between two moments. */
@CheckReturnValue
@NullMarked
package dev.annals.query.diff;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
