package dev.annals.query.view;

import dev.annals.event.Circumstances;
import dev.annals.event.Event;
import dev.annals.store.StoredEvent;
import java.time.Instant;

/** An event as the log holds it, and what it says. */
public record Recorded(StoredEvent stored, Circumstances circumstances, Event event) {
  public long position() {
    return stored.position();
  }

  public Instant at() {
    return stored.at();
  }
}
