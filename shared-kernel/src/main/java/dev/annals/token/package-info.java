/**
 * Token formats, signing keys as facts, and whether a token is good. Start at {@link
 * dev.annals.token.Standing}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.token;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
