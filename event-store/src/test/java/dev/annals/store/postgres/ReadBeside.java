package dev.annals.store.postgres;

import dev.annals.store.Abridged;
import dev.annals.store.Append;
import dev.annals.store.Appended;
import dev.annals.store.Criteria;
import dev.annals.store.EventLog;
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

/** A log that one writes and another reads: what was acknowledged is asked for, then seen. */
record ReadBeside(EventLog writer, LogReading reading) implements EventLog {
  @Override
  public CompletableFuture<Appended> append(Append append) {
    return writer.append(append).thenCompose(done -> reading.confirmedHead().thenApply(_ -> done));
  }

  @Override
  public boolean isWritable() {
    return writer.isWritable();
  }

  @Override
  public Sourced source(Criteria criteria, long after) {
    return reading.source(criteria, after);
  }

  @Override
  public Sourced source(Abridged abridged) {
    return reading.source(abridged);
  }

  @Override
  public List<StoredEvent> read(Criteria criteria, Range range) {
    return reading.read(criteria, range);
  }

  @Override
  public void replay(long after, Consumer<? super StoredEvent> reader) {
    reading.replay(after, reader);
  }

  @Override
  public long head() {
    return reading.head();
  }

  @Override
  public CompletableFuture<Long> confirmedHead() {
    return reading.confirmedHead();
  }

  @Override
  public OptionalLong firstSince(Instant at) {
    return reading.firstSince(at);
  }

  @Override
  public Subscription onAdvance(LongConsumer listener) {
    return reading.onAdvance(listener);
  }

  @Override
  public void close() {
    reading.close();
    writer.close();
  }
}
