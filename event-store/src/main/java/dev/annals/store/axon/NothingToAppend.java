package dev.annals.store.axon;

import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.jspecify.annotations.Nullable;

/** A transaction without events: it changes nothing, so there is nothing it could conflict with. */
final class NothingToAppend implements AppendTransaction<ConsistencyMarker> {
  @Override
  public CompletableFuture<ConsistencyMarker> commit(@Nullable ProcessingContext context) {
    return CompletableFuture.completedFuture(ConsistencyMarker.ORIGIN);
  }

  @Override
  public void rollback(@Nullable ProcessingContext context) {
    // There is nothing to take back.
  }

  @Override
  public CompletableFuture<ConsistencyMarker> afterCommit(
      ConsistencyMarker origin, @Nullable ProcessingContext context) {
    return CompletableFuture.completedFuture(origin);
  }
}
