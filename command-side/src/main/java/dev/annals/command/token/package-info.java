/**
 * Issuing tokens, and telling whether one is good. Start at {@link
 * dev.annals.command.token.TokenMint} and {@link dev.annals.command.token.TokenCheck}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.command.token;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
