/**
 * The log as Axon Framework sees it. Start at {@link dev.annals.store.axon.EventLogStorageEngine}.
 */
@CheckReturnValue
@NullMarked
package dev.annals.store.axon;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
