package dev.annals.store.fold;

import dev.annals.catalogue.EventCodec;
import dev.annals.event.Event;
import dev.annals.history.EventStream;
import dev.annals.history.Excerpt;
import dev.annals.store.Abridged;
import dev.annals.store.Criteria;
import dev.annals.store.LogReading;
import dev.annals.store.Sourced;
import dev.annals.store.StoredEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a state has to be told, from where it stands. */
final class Deltas {
  private final LogReading log;
  private final EventCodec codec;

  Deltas(LogReading log, EventCodec codec) {
    this.log = log;
    this.codec = codec;
  }

  /**
   * What happened after a position. A state that stands before everything need not be told what
   * makes no difference to it, so long ones are no dearer than short ones.
   */
  <I> Delta since(long after, EventStream<I, ?> stream, I id) {
    var excerpt = after == 0 ? stream.excerpt() : Optional.<Excerpt<I>>empty();
    return excerpt
        .flatMap(found -> abridged(stream, id, found))
        .orElseGet(() -> delta(log.source(criteria(stream, id), after)));
  }

  private <I> Optional<Delta> abridged(EventStream<I, ?> stream, I id, Excerpt<I> excerpt) {
    var cut = FactCriteria.of(excerpt.of().apply(id));
    var whole =
        criteria(stream, id).anyOf().stream()
            .filter(criterion -> !criterion.equals(cut))
            .collect(Collectors.toUnmodifiableSet());
    var abridged = new Abridged(whole, cut, excerpt.latest());
    var left = log.source(abridged);
    var delta = delta(left);
    return !abridged.mayLack(left.events()) || excerpt.suffices().test(delta.events())
        ? Optional.of(delta)
        : Optional.empty();
  }

  private static <I> Criteria criteria(EventStream<I, ?> stream, I id) {
    return FactCriteria.of(stream.facts().apply(id));
  }

  private Delta delta(Sourced sourced) {
    List<Event> events = sourced.events().stream().map(this::event).toList();
    return new Delta(events, sourced.upTo(), sourced.upTo());
  }

  Event event(StoredEvent stored) {
    return codec.decode(stored.name(), stored.version(), stored.payload());
  }
}
