package dev.annals.history;

import dev.annals.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One kind of decision state, described by values and pure functions.
 *
 * @param name names it in caches and metrics
 * @param initial the state before anything happened
 * @param facts the events it is folded from, which are also what an append depends on
 * @param excerpt what a state that is not known yet may be folded from in place of all of them
 */
public record EventStream<I, S>(
    String name,
    Function<I, S> initial,
    BiFunction<S, Event, S> evolve,
    Function<I, List<Facts>> facts,
    Optional<Excerpt<I>> excerpt) {
  public EventStream(
      String name,
      Function<I, S> initial,
      BiFunction<S, Event, S> evolve,
      Function<I, List<Facts>> facts) {
    this(name, initial, evolve, facts, Optional.empty());
  }
}
