package dev.annals.command.axon;

import dev.annals.store.EventLog;
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
}
