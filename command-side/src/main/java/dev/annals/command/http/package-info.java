/**
 * The servlet side of an exchange: strict JSON, limits, who calls, and how a no is told (RFC 9457).
 * Start at {@link dev.annals.command.http.CallerResolver}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.command.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
