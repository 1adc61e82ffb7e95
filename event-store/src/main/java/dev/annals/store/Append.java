package dev.annals.store;

import java.util.List;

/** Events to be stored together or not at all, and the condition on which. */
public record Append(List<NewEvent> events, Condition condition) {
  /** Most events that one append may carry. */
  public static final int MOST = 4096;

  public Append {
    events = List.copyOf(events);
    if (events.isEmpty() || events.size() > MOST) {
      throw new IllegalArgumentException(
          "an append carries 1 to %d events, not %d".formatted(MOST, events.size()));
    }
  }

  public static Append of(NewEvent... events) {
    return new Append(List.of(events), Condition.NONE);
  }

  public Append on(Condition other) {
    return new Append(events, other);
  }
}
