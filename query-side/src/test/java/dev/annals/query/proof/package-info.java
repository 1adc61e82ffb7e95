/**
 * Holds what the views answer about any moment against a replay of the whole history up to it,
 * which shares no code with them. Start at {@link dev.annals.query.proof.AsOfIT}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.query.proof;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
