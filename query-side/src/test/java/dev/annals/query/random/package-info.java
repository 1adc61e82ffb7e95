/**
 * Histories that the command side could have written, made up from a seed. Start at {@link
 * dev.annals.query.random.RandomHistory}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.query.random;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
