package dev.annals.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * What can be asked of an append-only log: positions start at 1, have no gaps, and are the order of
 * commits. Every method may fail with {@link LogUnavailable}.
 */
public interface LogReading extends AutoCloseable {
  /** Everything about {@code criteria} after a position; free when nothing new carries its tags. */
  Sourced source(Criteria criteria, long after);

  /**
   * Everything from the beginning but what {@code abridged} leaves out. Where events are on disk,
   * what is left out is not read.
   */
  default Sourced source(Abridged abridged) {
    var all = source(abridged.criteria(), 0);
    return new Sourced(abridged.of(all.events()), all.upTo());
  }

  /** The matching events of a range, in order. */
  List<StoredEvent> read(Criteria criteria, Range range);

  /** A page of the whole log. */
  default List<StoredEvent> read(long after, int limit) {
    return read(Criteria.everything(), Range.after(after).limit(limit));
  }

  /** The events at these positions, in order; a position that there is not is passed over. */
  default List<StoredEvent> at(Collection<Long> positions) {
    return positions.stream()
        .sorted()
        .distinct()
        .flatMap(
            position -> read(Criteria.everything(), new Range(position - 1, position, 1)).stream())
        .toList();
  }

  /** Hands every event after a position to {@code reader}, in order and in constant memory. */
  void replay(long after, Consumer<? super StoredEvent> reader);

  /** The last position this process knows of; 0 while the log is empty. */
  long head();

  /**
   * The last position, read after this call began, and seen by every {@link #source} that follows:
   * includes whatever any process acknowledged before, as far as it has reached what is read.
   * Others are told after whatever depends on the answer, so nothing that depends on it may wait.
   */
  CompletableFuture<Long> confirmedHead();

  /** The position of the first event whose business time is not before {@code at}. */
  OptionalLong firstSince(Instant at);

  /** Calls back, on one thread and with the latest head, whenever the log has grown. */
  Subscription onAdvance(LongConsumer listener);

  @Override
  void close();
}
