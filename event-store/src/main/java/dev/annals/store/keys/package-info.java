/**
 * Wrapped data keys, beside the log and deletable. Start at {@link
 * dev.annals.store.keys.PostgresDataKeys}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.store.keys;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
