/**
 * The servlet side of an exchange: strict JSON, limits, which family is asked, who calls, and how a
 * no is told. Start at {@link dev.annals.command.http.CallerResolver}, or, for the other families,
 * at {@link dev.annals.command.http.ForeignApi}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.command.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
