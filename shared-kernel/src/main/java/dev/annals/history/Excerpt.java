package dev.annals.history;

import dev.annals.event.Event;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A part of the facts that grows without bound, and of which the first event and the latest ones
 * usually say as much as all of them.
 *
 * @param of that part
 * @param latest how many of the latest
 * @param suffices whether they do; told them, the first one and everything else that the state is
 *     folded from, in order, it must not say yes unless they fold to the very same state
 */
public record Excerpt<I>(Function<I, Facts> of, int latest, Predicate<List<Event>> suffices) {}
