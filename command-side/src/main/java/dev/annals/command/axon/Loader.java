package dev.annals.command.axon;

import dev.annals.store.EventLog;
import dev.annals.store.fold.LogHistories;
import dev.annals.store.fold.StateCache;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;

/** What handlers share: the log, the cache of states, and how facts are read and written. */
record Loader(EventLog log, StateCache states, LogHistories histories, Records records) {
  Transaction begin(ProcessingContext context) {
    return new Transaction(context, records);
  }
}
