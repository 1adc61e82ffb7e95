/**
 * One append-only log of events in one total order, with conditions on what has not happened since.
 * Start at {@link dev.annals.store.EventLog}; {@code postgres} keeps it, {@code axon} speaks it to
 * Axon Framework.
 */
@CheckReturnValue
@NullMarked
package dev.annals.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
