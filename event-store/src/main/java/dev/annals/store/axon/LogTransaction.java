package dev.annals.store.axon;

import dev.annals.store.Append;
import dev.annals.store.AppendConflict;
import dev.annals.store.Appended;
import dev.annals.store.EventLog;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;

/** An append that waits for Axon's commit; until then nothing has been sent. */
final class LogTransaction implements AppendTransaction<Appended> {
  private final EventLog log;
  private final Append append;
  private final AtomicBoolean finished = new AtomicBoolean();

  LogTransaction(EventLog log, Append append) {
    this.log = log;
    this.append = append;
  }

  @Override
  public CompletableFuture<Appended> commit(@Nullable ProcessingContext context) {
    if (finished.getAndSet(true)) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("already committed or rolled back"));
    }
    return log.append(append)
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(inAxonsWords(failure)));
  }

  private static Throwable inAxonsWords(Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof AppendConflict) {
      var rejected = new AppendEventsTransactionRejectedException(cause.getMessage());
      rejected.initCause(cause);
      return rejected;
    }
    return cause == null ? failure : cause;
  }

  @Override
  public void rollback(@Nullable ProcessingContext context) {
    finished.set(true);
  }

  @Override
  public CompletableFuture<ConsistencyMarker> afterCommit(
      Appended appended, @Nullable ProcessingContext context) {
    return CompletableFuture.completedFuture(new GlobalIndexConsistencyMarker(appended.last()));
  }
}
