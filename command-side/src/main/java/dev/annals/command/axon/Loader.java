package dev.annals.command.axon;

import dev.annals.history.EventStream;
import dev.annals.store.Criteria;
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

  /** The state with all of that folded in; an append cannot be conditioned on having read it. */
  <I, S> Folded<S> confirmed(EventStream<I, S> stream, I id) {
    var _ = confirm();
    var criteria = Records.criteria(stream.facts().apply(id));
    return states.refresh(stream, id, after -> delta(criteria, after));
  }

  private Delta delta(Criteria criteria, long after) {
    var sourced = log.source(criteria, after);
    var events = sourced.events().stream().map(records::event).toList();
    return new Delta(events, sourced.upTo(), sourced.upTo());
  }
}
