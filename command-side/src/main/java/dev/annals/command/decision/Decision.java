package dev.annals.command.decision;

import dev.annals.event.Event;
import java.util.List;

/** The answer to a command. A refusal may still leave facts behind, such as a failed sign-in. */
public sealed interface Decision {
  List<Event> events();

  /** Yes; without events, what was wished for is already so. */
  record Accepted(List<Event> events) implements Decision {}

  /** No. */
  record Refused(Refusal refusal, List<Event> events) implements Decision {}

  static Decision accept(Event... events) {
    return new Accepted(List.of(events));
  }

  static Decision refuse(Refusal refusal, Event... recorded) {
    return new Refused(refusal, List.of(recorded));
  }
}
