package dev.annals.store.axon;

import dev.annals.store.Criteria;
import dev.annals.store.EventLog;
import dev.annals.store.Range;
import dev.annals.store.StoredEvent;
import dev.annals.store.Subscription;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The log from a position on, for ever: reads pages while it is behind, and calls back when there
 * is more. A failed read ends it; whoever reads opens another one.
 */
final class Tail implements MessageStream<EventMessage> {
  private static final int PAGE = 1_000;
  private final EventLog log;
  private final Criteria criteria;
  private final Deque<StoredEvent> page = new ArrayDeque<>();
  private final Subscription subscription;

  /** Everything up to here has been read. */
  private long position;

  private volatile Runnable callback = Tail::nobodyListens;
  private volatile boolean closed;
  private volatile @Nullable Throwable error;

  Tail(EventLog log, Criteria criteria, long after) {
    this.log = log;
    this.criteria = criteria;
    this.position = after;
    this.subscription = log.onAdvance(_ -> callback.run());
  }

  private static void nobodyListens() {}

  private @Nullable StoredEvent front() {
    if (page.isEmpty() && !closed) {
      try {
        fill();
      } catch (RuntimeException e) {
        error = e;
        close();
      }
    }
    return closed ? null : page.peek();
  }

  /** Asks only for what is known to be there, so that a page that is not full is complete. */
  private void fill() {
    long head = log.head();
    if (head > position) {
      page.addAll(log.read(criteria, Range.after(position).upTo(head).limit(PAGE)));
      position = page.size() == PAGE ? page.getLast().position() : head;
    }
  }

  @Override
  public synchronized Optional<Entry<EventMessage>> next() {
    var event = front();
    page.poll();
    return Optional.ofNullable(event).map(AxonEvents::entry);
  }

  @Override
  public synchronized Optional<Entry<EventMessage>> peek() {
    return Optional.ofNullable(front()).map(AxonEvents::entry);
  }

  @Override
  public synchronized boolean hasNextAvailable() {
    return front() != null;
  }

  @Override
  public void setCallback(Runnable newCallback) {
    callback = newCallback;
    newCallback.run();
  }

  @Override
  public Optional<Throwable> error() {
    return Optional.ofNullable(error);
  }

  @Override
  public boolean isCompleted() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    subscription.close();
    if (error != null) {
      callback.run();
    }
  }
}
