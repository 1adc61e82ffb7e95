/**
 * The side that changes things. {@link dev.annals.command.AnnalsCommandSide} starts it; the rooms
 * below decide, look at secrets, and speak HTTP.
 */
@CheckReturnValue
@NullMarked
package dev.annals.command;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
