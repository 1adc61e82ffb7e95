package dev.annals.store;

import java.util.concurrent.CompletableFuture;

/**
 * A log that can be written: an append is stored whole, once its condition holds, or not at all.
 */
public interface EventLog extends LogReading {
  /**
   * Stores all events or none. Completes once they are durable; fails with {@link AppendConflict}
   * when the condition does not hold, and with {@link LogBusy} when too many are waiting.
   */
  CompletableFuture<Appended> append(Append append);

  /** Whether an append would be accepted now; asks the database. */
  boolean isWritable();
}
