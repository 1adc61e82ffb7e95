/** x. */
@CheckReturnValue
@NullMarked
package dev.annals.command;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
