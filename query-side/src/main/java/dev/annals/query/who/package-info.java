/**
 * Who somebody is and what a token is worth, told from the history that this side reads; it calls
 * nobody. Start at {@link dev.annals.query.who.Tokens}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.query.who;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
