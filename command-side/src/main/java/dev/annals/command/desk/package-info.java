/**
 * Where a command is handed in and its answer handed out: with its circumstances, its position, and
 * the same answer again for the same {@code Idempotency-Key}. Start at {@link
 * dev.annals.command.desk.Desk}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.command.desk;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
