/**
 * What every endpoint shares: who calls, how a command is sent and answered, how a no is told (RFC
 * 9457). Start at {@link dev.annals.command.http.Desk}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.command.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
