/**
 * Whether a token or a key is good now, by one code on both sides, and the bytes of an issued one
 * derived again. Start at {@link dev.annals.check.TokenCheck}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.check;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
