package dev.annals.query.upkeep;

import dev.annals.store.Criteria;
import dev.annals.store.LogReading;
import dev.annals.store.Range;
import dev.annals.store.Sourced;
import dev.annals.store.StoredEvent;
import dev.annals.store.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** What is behind an address: one log, and from some moment on another one. */
final class ChangingLog implements LogReading {
  private volatile LogReading now;
  private volatile long furthest;

  ChangingLog(LogReading first) {
    now = first;
  }

  void becomes(LogReading other) {
    now = other;
  }

  @Override
  public Sourced source(Criteria criteria, long after) {
    return now.source(criteria, after);
  }

  @Override
  public List<StoredEvent> read(Criteria criteria, Range range) {
    return now.read(criteria, range);
  }

  @Override
  public void replay(long after, Consumer<? super StoredEvent> reader) {
    now.replay(after, reader);
  }

  /** What a process knows of a log does not become less by itself. */
  @Override
  public long head() {
    furthest = Math.max(furthest, now.head());
    return furthest;
  }

  @Override
  public CompletableFuture<Long> confirmedHead() {
    return CompletableFuture.completedFuture(head());
  }

  @Override
  public OptionalLong firstSince(Instant at) {
    return now.firstSince(at);
  }

  @Override
  public Subscription onAdvance(LongConsumer listener) {
    return now.onAdvance(listener);
  }

  @Override
  public void close() {}
}
