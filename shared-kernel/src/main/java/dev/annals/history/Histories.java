package dev.annals.history;

import dev.annals.event.Envelope;
import java.util.List;

/** What the log says by now, at least everything that any process had acknowledged when asked. */
public interface Histories {
  <I, S> S current(EventStream<I, S> stream, I id);

  /**
   * The same without asking anew what there is: at least everything acknowledged before whatever
   * was last asked of this object. For those who ask several things at one moment.
   */
  Histories recently();

  /** The position of the last event. */
  long head();

  /** The events themselves, oldest first. */
  List<Envelope> events(Facts facts);
}
