package dev.annals.store.fold;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.annals.event.Event;
import dev.annals.history.Bulky;
import dev.annals.history.EventStream;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Folded states by stream and id. A state is never trusted to be current: whoever uses it folds in
 * what has happened since, and an append on it holds only if nothing has.
 */
public final class StateCache {
  private static final long BEFORE_EVERYTHING = 0;

  private final Cache<Key, Folded<?>> states;

  /**
   * @param mostStates how many to keep, of the usual size
   */
  public StateCache(long mostStates) {
    this.states =
        Caffeine.newBuilder().maximumWeight(mostStates).weigher(StateCache::weight).build();
  }

  private static int weight(Key key, Folded<?> folded) {
    return folded.state() instanceof Bulky bulky ? bulky.bulk() : 1;
  }

  private record Key(String stream, Object id) {}

  /** The state with everything up to now folded in; {@code delta} is asked from where it stood. */
  public <I, S> Folded<S> refresh(EventStream<I, S> stream, I id, LongFunction<Delta> delta) {
    var known = known(stream, id);
    var news = delta.apply(known.position());
    if (news.events().isEmpty() && news.upTo() == known.position()) {
      return known;
    }
    var state = fold(stream, known.state(), news.events());
    return keep(stream, id, new Folded<>(state, Math.max(known.position(), news.upTo())));
  }

  /** The state after events of our own have been stored, the last one at {@code position}. */
  public <I, S> void advance(EventStream<I, S> stream, I id, Folded<S> before, Stored stored) {
    var state = fold(stream, before.state(), stored.events());
    var _ = keep(stream, id, new Folded<>(state, stored.position()));
  }

  /** Events that are durable now. */
  public record Stored(List<Event> events, long position) {}

  private static <I, S> S fold(EventStream<I, S> stream, S from, List<Event> events) {
    var state = from;
    for (var event : events) {
      state = stream.evolve().apply(state, event);
    }
    return state;
  }

  @SuppressWarnings("unchecked") // the key names the stream, and the stream the type of its states
  private <I, S> Folded<S> known(EventStream<I, S> stream, I id) {
    var known = (Folded<S>) states.getIfPresent(new Key(stream.name(), id));
    return known == null ? new Folded<>(stream.initial().apply(id), BEFORE_EVERYTHING) : known;
  }

  @SuppressWarnings("unchecked") // as above
  private <I, S> Folded<S> keep(EventStream<I, S> stream, I id, Folded<S> folded) {
    return (Folded<S>)
        states
            .asMap()
            .merge(
                new Key(stream.name(), id),
                folded,
                (old, now) -> Folded.later((Folded<S>) old, (Folded<S>) now));
  }
}
