package dev.annals.history;

import dev.annals.event.Envelope;
import java.util.List;

/** What the log says by now, at least everything that any process had acknowledged when asked. */
public interface Histories {
  <I, S> S current(EventStream<I, S> stream, I id);

  /** The position of the last event. */
  long head();

  /** The events themselves, oldest first. */
  List<Envelope> events(Facts facts);
}
