/**
 * A copy of a log in another database: the same events at the same positions in the same tables,
 * written by whoever brings them there. Start at {@link dev.annals.store.copy.LogCopy}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.store.copy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
