/** The side that answers questions. Until it does, the command side shows the log itself. */
@CheckReturnValue
@NullMarked
package dev.annals.query;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
