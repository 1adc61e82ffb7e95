package dev.annals.query.forensics;

import dev.annals.event.Envelope;
import dev.annals.history.Facts;
import dev.annals.history.Histories;
import dev.annals.history.Holders;
import dev.annals.history.Sessions;
import dev.annals.history.Sessions.Ref;
import dev.annals.token.Standing;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What happened to a session, by its own events and by those of its account that end sessions. */
record SessionPast(List<Envelope> own, List<Envelope> all) {

  static SessionPast of(Histories histories, Ref ref, long upTo) {
    var own = until(histories.events(Sessions.of(ref.session())), upTo);
    var account = new Facts(Holders.facts(ref.account()).tag(), Standing.OF_THE_ACCOUNT);
    var all =
        Stream.concat(own.stream(), until(histories.events(account), upTo).stream())
            .sorted(Comparator.comparingLong(Envelope::position))
            .toList();
    return new SessionPast(own, all);
  }

  static List<Envelope> until(List<Envelope> events, long position) {
    return events.stream().filter(event -> event.position() <= position).toList();
  }

  /** The kernel's fold, as of a position. */
  Standing at(long position) {
    Standing standing = new Standing.Unknown();
    for (var envelope : until(all, position)) {
      standing = Standing.evolve(standing, envelope.event());
    }
    return standing;
  }

  /** The first event after a position with which something stopped being so. */
  Optional<Envelope> endOf(Predicate<Standing> good, long position) {
    var standing = at(position);
    for (var envelope : all) {
      if (envelope.position() > position) {
        standing = Standing.evolve(standing, envelope.event());
        if (!good.test(standing)) {
          return Optional.of(envelope);
        }
      }
    }
    return Optional.empty();
  }
}
