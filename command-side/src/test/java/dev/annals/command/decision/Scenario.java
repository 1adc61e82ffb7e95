package dev.annals.command.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.event.Event;
import dev.annals.history.EventStream;
import java.util.List;
import java.util.stream.Stream;

/** Tells a rule: given what happened, when this is asked, then that comes of it. */
public final class Scenario<I, S> {
  private final EventStream<I, S> stream;
  private final I id;
  private final List<Event> history;

  private Scenario(EventStream<I, S> stream, I id, List<Event> history) {
    this.stream = stream;
    this.id = id;
    this.history = List.copyOf(history);
  }

  public static <I, S> Scenario<I, S> of(EventStream<I, S> stream, I id) {
    return new Scenario<>(stream, id, List.of());
  }

  /** What happened, after all that was given before. */
  public Scenario<I, S> given(Event... events) {
    return given(List.of(events));
  }

  public Scenario<I, S> given(List<? extends Event> events) {
    return new Scenario<>(
        stream, id, Stream.<Event>concat(history.stream(), events.stream()).toList());
  }

  public S state() {
    var state = stream.initial().apply(id);
    for (var event : history) {
      state = stream.evolve().apply(state, event);
    }
    return state;
  }

  public Then when(Command<I, S> command) {
    assertThat(command.target()).isEqualTo(id);
    return new Then(command.decide(state()));
  }

  /** What came of it. */
  public record Then(Decision decision) {
    public void thenAccepted(Event... events) {
      assertThat(decision).isEqualTo(Decision.accept(events));
    }

    public void thenRefused(Refusal refusal, Event... recorded) {
      assertThat(decision).isEqualTo(Decision.refuse(refusal, recorded));
    }
  }
}
