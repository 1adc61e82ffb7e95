package dev.annals.query.trail;

import dev.annals.catalogue.EventCatalogue;
import dev.annals.event.Actor;
import dev.annals.event.EventName;
import dev.annals.query.asof.AsOf;
import dev.annals.query.asof.AsOf.Moment;
import dev.annals.query.asof.AsOf.Now;
import dev.annals.query.asof.AsOf.Position;
import dev.annals.query.http.Parameters;
import dev.annals.query.recording.Addresses;
import dev.annals.session.Family;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what is asked of the trail. */
final class TrailQuestion {
  private static final List<String> OUTCOMES = List.of("accepted", "refused", "noted");
  private static final Set<String> NAMES =
      Set.copyOf(EventCatalogue.names().stream().map(EventName::name).toList());

  private final Trail trail;
  private final Addresses addresses;

  TrailQuestion(Trail trail, Addresses addresses) {
    this.trail = trail;
    this.addresses = addresses;
  }

  Filter filter(Parameters asked) {
    return new Filter(
        asked.account(),
        asked.session(),
        asked.value(
            "actor",
            "must be account:<uuid>, api-key:<uuid>, anonymous or system",
            shaped(Actor::new)),
        asked.value("name", "must be the name of an event", known(NAMES)),
        asked.value("outcome", "must be accepted, refused or noted", known(OUTCOMES)),
        asked.value("family", "must be an API family, such as annals", shaped(Family::new)),
        asked.address().map(address -> addresses.index().of(address)));
  }

  /** What is said of the question in the record of it. */
  String recorded(Parameters asked, Filter filter) {
    return asked.recorded(
        filter.addressIndex().map(index -> Map.of("address", index)).orElse(Map.of()));
  }

  /** From and to are both part of it; without them it is all that there is by now. */
  Stretch stretch(Parameters asked, long head) {
    boolean newestFirst =
        asked
            .value("order", "must be asc or desc", known(List.of("asc", "desc")))
            .filter("desc"::equals)
            .isPresent();
    var whole =
        new Stretch(
            asked.moment("from").map(this::first).orElse(1L),
            asked.moment("to").map(to -> last(to, head)).orElse(head),
            newestFirst);
    var after = asked.position("after");
    return after.isPresent() ? whole.after(after.getAsLong()) : whole;
  }

  private long first(AsOf from) {
    return switch (from) {
      case Position(long position) -> Math.max(1, position);
      case Moment(var at) -> trail.upTo(at.minus(1, ChronoUnit.MICROS)) + 1;
      case Now _ -> throw new IllegalStateException("a beginning is always told");
    };
  }

  private long last(AsOf to, long head) {
    return switch (to) {
      case Position(long position) -> Math.min(position, head);
      case Moment(var at) -> Math.min(trail.upTo(at), head);
      case Now _ -> head;
    };
  }

  private static Function<String, Optional<String>> known(Collection<String> words) {
    return text -> Optional.of(text).filter(words::contains);
  }

  private static <T> Function<String, Optional<T>> shaped(Function<String, T> reading) {
    return text -> {
      try {
        return Optional.of(reading.apply(text));
      } catch (IllegalArgumentException _) {
        return Optional.empty();
      }
    };
  }
}
