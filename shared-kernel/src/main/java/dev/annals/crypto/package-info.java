/**
 * Everything that seals, hashes, signs or is random, and nowhere else. Start at {@link
 * dev.annals.crypto.Sealing}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.crypto;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
