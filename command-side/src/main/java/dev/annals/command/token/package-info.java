/**
 * Issuing tokens. Start at {@link dev.annals.command.token.TokenMint}; whether one is good is told
 * by {@link dev.annals.check.TokenCheck}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.command.token;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
