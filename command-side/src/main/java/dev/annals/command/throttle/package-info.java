/**
 * How often one address may try, who waits for that, and which refusals the log hears of one by
 * one. Start at {@link dev.annals.command.throttle.AddressThrottle}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.command.throttle;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
