/**
 * Puts the rooms together: which settings there are ({@link dev.annals.command.app.Settings}) and
 * which object gets which.
 */
@CheckReturnValue
@NullMarked
package dev.annals.command.app;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
