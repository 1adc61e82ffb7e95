package dev.annals.command.axon;

import dev.annals.store.Append;
import dev.annals.store.Appended;
import dev.annals.store.Criteria;
import dev.annals.store.EventLog;
import dev.annals.store.Range;
import dev.annals.store.Sourced;
import dev.annals.store.StoredEvent;
import dev.annals.store.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * A log as a process sees it that nobody tells anything: it knows what it appended itself, and
 * learns of others when it meets them or asks for the confirmed head.
 */
public final class LaggingLog implements EventLog {
  private final EventLog shared;
  private final AtomicLong known = new AtomicLong();
  private final Supplier<CompletableFuture<?>> beforeAppend;

  public LaggingLog(EventLog shared) {
    this(shared, () -> CompletableFuture.completedFuture(shared));
  }

  /**
   * A log where something always comes in between.
   *
   * @param beforeAppend happens before each append; if it fails, so does the append
   */
  public LaggingLog(EventLog shared, Supplier<CompletableFuture<?>> beforeAppend) {
    this.shared = shared;
    this.beforeAppend = beforeAppend;
  }

  private void learn(long head) {
    known.accumulateAndGet(head, Math::max);
  }

  @Override
  public CompletableFuture<Appended> append(Append append) {
    return beforeAppend
        .get()
        .thenCompose(_ -> shared.append(append))
        .whenComplete((_, _) -> learn(shared.head()));
  }

  @Override
  public Sourced source(Criteria criteria, long after) {
    long upTo = known.get();
    return new Sourced(shared.read(criteria, Range.after(after).upTo(upTo)), upTo);
  }

  @Override
  public List<StoredEvent> read(Criteria criteria, Range range) {
    return shared.read(criteria, range.upTo(Math.min(range.upTo(), known.get())));
  }

  @Override
  public void replay(long after, Consumer<? super StoredEvent> reader) {
    shared.replay(after, reader);
  }

  @Override
  public long head() {
    return known.get();
  }

  @Override
  public CompletableFuture<Long> confirmedHead() {
    return shared.confirmedHead().whenComplete((_, _) -> learn(shared.head()));
  }

  @Override
  public OptionalLong firstSince(Instant at) {
    return shared.firstSince(at);
  }

  @Override
  public Subscription onAdvance(LongConsumer listener) {
    return shared.onAdvance(listener);
  }

  @Override
  public boolean isWritable() {
    return shared.isWritable();
  }

  @Override
  public void close() {}
}
