package dev.annals.store.fold;

import dev.annals.event.Event;
import java.util.List;
import java.util.stream.Stream;

/**
 * Events after some position.
 *
 * @param last position of the last of them, or that position if there is none
 * @param upTo they are complete up to this position
 */
public record Delta(List<Event> events, long last, long upTo) {
  /** Both, {@code later} being from where this one ends. */
  public Delta and(Delta later) {
    var all = Stream.concat(events.stream(), later.events.stream()).toList();
    return new Delta(all, later.last, later.upTo);
  }
}
