package dev.annals.history;

import dev.annals.event.Event;
import dev.annals.session.SessionEvent.AccessTokenRevoked;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.OfSession;
import dev.annals.session.SessionEvent.RefreshTokenReused;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import dev.annals.token.Standing;
import dev.annals.token.Standing.Live;
import dev.annals.token.Standing.LiveToken;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Whether the latest events of a session fold to what all of them do. Of those before, only tokens
 * that are still alive could make a difference: so the latest are told to a session as crowded with
 * tokens as one can be, none of which ever expires. Where none of these is left, none of any others
 * would be, since the oldest are dropped first.
 *
 * <p>This rests on what the rules of sessions hold to: our tokens are issued only in a session that
 * is not over and that began with such, and foreign ones only in one that began with foreign ones.
 * So where the latest events issue ours, nothing before ended the session, and nothing before
 * issued foreign tokens. What the account did is known whole.
 */
final class LatestOfSession {
  private static final Set<LiveToken> CROWD =
      Set.copyOf(
          IntStream.range(0, Standing.MOST_TOKENS).mapToObj(LatestOfSession::undying).toList());

  private LatestOfSession() {}

  private static LiveToken undying(int number) {
    return new LiveToken(new TokenId(new UUID(0, number)), TokenUse.ACCESS, Instant.MAX);
  }

  /** Told the first event of a session, its latest ones, and all of its account, in order. */
  static boolean suffice(List<Event> events) {
    var own =
        IntStream.range(0, events.size())
            .filter(at -> events.get(at) instanceof OfSession)
            .limit(2)
            .toArray();
    return own.length == 2
        && events.get(own[0]) instanceof SessionStarted began
        && suffice(began, events.subList(own[1], events.size()));
  }

  private static boolean suffice(SessionStarted began, List<Event> latest) {
    return latest.stream().allMatch(LatestOfSession::isExpected)
        && latest.stream().anyMatch(TokensIssued.class::isInstance)
        && leavesNothingOf(crowded(began), latest);
  }

  private static boolean isExpected(Event event) {
    return !(event instanceof OfSession own)
        || switch (own) {
          case TokensIssued _, AccessTokenRevoked _, RefreshTokenReused _, SessionEnded _ -> true;
          case SessionStarted _, ForeignTokensIssued _ -> false;
        };
  }

  private static Standing crowded(SessionStarted began) {
    return new Live(
        began.session(),
        began.account(),
        began.family(),
        began.at(),
        began.expiresAt(),
        began.passwordChangeRequired(),
        List.copyOf(CROWD),
        Optional.empty());
  }

  private static boolean leavesNothingOf(Standing crowded, List<Event> latest) {
    var standing = crowded;
    for (var event : latest) {
      standing = Standing.evolve(standing, event);
    }
    return !(standing instanceof Live live) || Collections.disjoint(CROWD, live.tokens());
  }
}
