package dev.annals.command.axon;

import dev.annals.command.decision.Facts;
import dev.annals.store.EventLog;
import java.util.List;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;

/** What handlers share: the log, the cache of states, and how facts are written. */
record Loader(EventLog log, StateCache states, Records records) {
  Transaction begin(ProcessingContext context) {
    return new Transaction(context, records);
  }

  /** Waits until this process knows of everything that any process had acknowledged before. */
  long confirm() {
    return Awaited.get(log.confirmedHead());
  }

  /** What has happened since, read without an append's depending on it. */
  Delta delta(List<Facts> facts, long after) {
    var sourced = log.source(Records.criteria(facts), after);
    var events = sourced.events().stream().map(records::event).toList();
    return new Delta(events, sourced.upTo(), sourced.upTo());
  }
}
