package dev.annals.store.postgres;

import dev.annals.store.Append;
import dev.annals.store.Appended;
import dev.annals.store.LogBusy;
import dev.annals.store.LogUnavailable;
import dev.annals.store.sql.LogSettings.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The only thread of this process that appends: whatever is waiting shares one statement. */
final class GroupCommit implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final int BATCH_BYTES = 8 << 20;
  private final BatchWrite.Desk desk;
  private final Limits limits;
  private final Executor waiting;
  private final LongConsumer committed;
  private final BlockingQueue<Pending> queue;
  private final Thread thread;
  private volatile boolean closed;

  GroupCommit(BatchWrite.Desk desk, Limits limits, Executor waiting, LongConsumer committed) {
    this.desk = desk;
    this.limits = limits;
    this.waiting = waiting;
    this.committed = committed;
    this.queue = new ArrayBlockingQueue<>(limits.waiting());
    this.thread = Thread.ofPlatform().name("annals-log-writer").daemon().start(this::run);
  }

  CompletableFuture<Appended> append(Append append) {
    if (closed) {
      return CompletableFuture.failedFuture(LogUnavailable.nothingWritten("it is closed", null));
    }
    var pending = new Pending(append, waiting);
    if (!queue.offer(pending)) {
      desk.metrics().busy.increment();
      return CompletableFuture.failedFuture(new LogBusy());
    }
    if (closed && queue.remove(pending)) {
      return CompletableFuture.failedFuture(LogUnavailable.nothingWritten("it is closed", null));
    }
    return pending.answer();
  }

  int waiting() {
    return queue.size();
  }

  boolean isRunning() {
    return !closed && thread.isAlive();
  }

  private void run() {
    while (!closed || !queue.isEmpty()) {
      var first = first();
      if (first != null) {
        write(batch(first));
      }
    }
    desk.session().close();
  }

  private @Nullable Pending first() {
    try {
      return queue.poll(100, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      return null;
    }
  }

  private List<Pending> batch(Pending first) {
    var batch = new ArrayList<Pending>();
    int events = 0;
    int bytes = 0;
    for (Pending next = first; next != null; next = queue.poll()) {
      batch.add(next);
      events += next.append().events().size();
      bytes += next.weight();
      if (events >= limits.batch() || bytes >= BATCH_BYTES) {
        break;
      }
    }
    return batch;
  }

  private void write(List<Pending> batch) {
    try {
      settle(new BatchWrite(desk, batch).run());
    } catch (RefusedEvents e) {
      isolate(batch, e);
    } catch (LogUnavailable e) {
      batch.forEach(pending -> pending.failed(e));
    } catch (RuntimeException | Error e) {
      LOG.error("The log's writer failed", e);
      desk.session().close();
      batch.forEach(pending -> pending.failed(LogUnavailable.outcomeUnknown(e)));
    }
  }

  /** One at a time, so that only the guilty one fails. */
  private void isolate(List<Pending> batch, RefusedEvents refusal) {
    if (batch.size() > 1) {
      batch.forEach(pending -> write(List.of(pending)));
    } else {
      batch.forEach(pending ->
          pending.failed(new IllegalArgumentException("the database refuses the event", refusal)));
    }
  }

  /** What follows runs beside the next batch. */
  private void settle(Attempt attempt) {
    desk.known().add(attempt.facts());
    if (!attempt.accepted().isEmpty()) {
      committed.accept(attempt.last());
    }
    waiting.execute(() -> answer(attempt));
  }

  private void answer(Attempt attempt) {
    long first = attempt.first();
    for (var pending : attempt.accepted()) {
      pending.stored(first);
      first += pending.append().events().size();
      desk.metrics().append.record(pending.nanos(), TimeUnit.NANOSECONDS);
    }
    attempt.refused().forEach(Pending::refused);
    desk.metrics().conflicts.increment(attempt.refused().size());
    if (!attempt.accepted().isEmpty()) {
      desk.metrics().batch.record(attempt.events().size());
    }
  }

  @Override
  public void close() {
    closed = true;
    Farewell.to(thread);
    var unavailable = LogUnavailable.nothingWritten("it is closed", null);
    for (var late = queue.poll(); late != null; late = queue.poll()) {
      late.failed(unavailable);
    }
  }
}
