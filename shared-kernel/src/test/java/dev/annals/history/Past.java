package dev.annals.history;

import dev.annals.event.Circumstances;
import dev.annals.event.Envelope;
import dev.annals.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A short history of one person and one session, in memory; every stream is told all of it. */
public final class Past implements Histories {
  private final List<Event> events = new ArrayList<>();

  public void happened(Event... more) {
    events.addAll(List.of(more));
  }

  static <I, S> S told(EventStream<I, S> stream, I id, Event... events) {
    var past = new Past();
    past.happened(events);
    return past.current(stream, id);
  }

  @Override
  public <I, S> S current(EventStream<I, S> stream, I id) {
    var state = stream.initial().apply(id);
    for (var event : events) {
      state = stream.evolve().apply(state, event);
    }
    return state;
  }

  @Override
  public Histories recently() {
    return this;
  }

  @Override
  public long head() {
    return events.size();
  }

  @Override
  public List<Envelope> events(Facts facts) {
    return events.stream()
        .filter(event -> facts.kinds().isEmpty() || facts.kinds().contains(event.getClass()))
        .map(event ->
            new Envelope(
                events.indexOf(event) + 1L,
                new UUID(0, events.indexOf(event)),
                Circumstances.SYSTEM,
                event))
        .toList();
  }
}
