package dev.annals.command.axon;

import dev.annals.event.Circumstances;
import dev.annals.event.Event;
import dev.annals.history.Facts;
import dev.annals.store.fold.Delta;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;

/** One command's dealings with the log: what it read is what its append depends on. */
final class Transaction {
  private final ProcessingContext context;
  private final EventStoreTransaction store;
  private final Records records;

  Transaction(ProcessingContext context, Records records) {
    this.context = context;
    this.store = context.component(EventStore.class).transaction(context);
    this.records = records;
  }

  Delta source(List<Facts> facts, long after) {
    var condition =
        SourcingCondition.conditionFor(
            new GlobalIndexConsistencyMarker(after + 1).position(), Records.eventCriteria(facts));
    var events = new ArrayList<Event>();
    var last = new AtomicLong(after);
    var _ =
        store
            .source(condition)
            .reduce(
                events,
                (list, entry) -> {
                  list.add(records.event(entry.message()));
                  last.set(
                      TrackingToken.fromContext(entry)
                          .map(token -> token.position().orElse(after))
                          .orElse(after));
                  return list;
                })
            .join();
    return new Delta(events, last.get(), Math.max(last.get(), position()));
  }

  void append(List<Event> events, Circumstances circumstances) {
    events.forEach(event -> store.appendEvent(records.message(event, circumstances)));
  }

  /** Calls back with the position of the last event once all are durable. */
  void whenDurable(LongConsumer callback) {
    var _ = context.whenComplete(_ -> callback.accept(position()));
  }

  private long position() {
    return Math.max(0, GlobalIndexConsistencyMarker.position(store.appendPosition()));
  }
}
