package dev.annals.store.memory;

import dev.annals.store.Append;
import dev.annals.store.AppendConflict;
import dev.annals.store.Appended;
import dev.annals.store.Condition;
import dev.annals.store.Condition.NothingSince;
import dev.annals.store.Criteria;
import dev.annals.store.EventLog;
import dev.annals.store.Range;
import dev.annals.store.Sourced;
import dev.annals.store.StoredEvent;
import dev.annals.store.Subscription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The log without durability: same answers, for tests that need no server. */
public final class MemoryLog implements EventLog {
  private final List<StoredEvent> events = new ArrayList<>();
  private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();

  @Override
  public CompletableFuture<Appended> append(Append append) {
    Appended appended;
    synchronized (events) {
      if (violated(append.condition())) {
        return CompletableFuture.failedFuture(
            new AppendConflict(((NothingSince) append.condition()).position()));
      }
      long first = events.size() + 1L;
      append.events().forEach(event -> events.add(StoredEvent.at(events.size() + 1L, event)));
      appended = new Appended(first, events.size());
    }
    listeners.forEach(listener -> listener.accept(appended.last()));
    return CompletableFuture.completedFuture(appended);
  }

  private boolean violated(Condition condition) {
    return condition instanceof NothingSince(var criteria, var position)
        && !read(criteria, Range.after(position).limit(1)).isEmpty();
  }

  @Override
  public Sourced source(Criteria criteria, long after) {
    synchronized (events) {
      return new Sourced(read(criteria, Range.after(after)), events.size());
    }
  }

  @Override
  public List<StoredEvent> read(Criteria criteria, Range range) {
    synchronized (events) {
      int from = Math.clamp(range.after(), 0, events.size());
      int to = Math.clamp(range.upTo(), from, events.size());
      return events.subList(from, to).stream()
          .filter(event -> criteria.matches(event.name(), event.tags()))
          .limit(range.limit())
          .toList();
    }
  }

  @Override
  public void replay(long after, Consumer<? super StoredEvent> reader) {
    read(Criteria.everything(), Range.after(after)).forEach(reader);
  }

  @Override
  public long head() {
    synchronized (events) {
      return events.size();
    }
  }

  @Override
  public CompletableFuture<Long> confirmedHead() {
    return CompletableFuture.completedFuture(head());
  }

  @Override
  public OptionalLong firstSince(Instant at) {
    synchronized (events) {
      return events.stream()
          .filter(event -> !event.at().isBefore(at))
          .mapToLong(StoredEvent::position)
          .findFirst();
    }
  }

  @Override
  public Subscription onAdvance(LongConsumer listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public boolean isWritable() {
    return true;
  }

  @Override
  public void close() {
    listeners.clear();
  }
}
