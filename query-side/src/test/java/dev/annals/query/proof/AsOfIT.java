package dev.annals.query.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountId;
import dev.annals.event.Event;
import dev.annals.query.account.AccountPicture;
import dev.annals.query.account.AccountsAt;
import dev.annals.query.random.RandomHistory;
import dev.annals.query.session.SessionPicture;
import dev.annals.query.session.SessionsAt;
import dev.annals.query.token.TokenPicture;
import dev.annals.query.token.TokensAt;
import dev.annals.query.view.Recorded;
import dev.annals.session.SessionEvent.OfSession;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionId;
import dev.annals.session.TokenId;
import dev.annals.token.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A history of more than a hundred thousand events, asked about moments chosen by chance. */
final class AsOfIT {
  private static final int EVENTS = 110_000;
  private static final long SEED = 20_250_101;
  private static final List<Recorded> HISTORY = new RandomHistory(SEED, 400).events(EVENTS);

  private static final Built BUILT = new Built(HISTORY);

  private final Random random = new Random(SEED);

  @AfterAll
  static void close() {
    BUILT.close();
  }

  @Test
  void the_account_as_of_any_instant_is_what_a_replay_says() {
    var accounts =
        HISTORY.stream()
            .flatMap(recorded -> registered(recorded.event()))
            .map(AccountRegistered::account)
            .toList();
    int registered = 0;
    for (int i = 0; i < 1_000; i++) {
      var account = accounts.get(random.nextInt(accounts.size()));
      var at = moment();
      long position = Moments.position(HISTORY, at);

      var facts = account(account, position).map(AccountFacts::of).orElseGet(Map::of);

      assertThat(facts)
          .describedAs("%s as of %s, position %d", account, at, position)
          .isEqualTo(AccountReplay.replay(about(account), account, position));
      registered += facts.isEmpty() ? 0 : 1;
    }
    assertThat(registered).isGreaterThan(700);
  }

  @Test
  void the_session_as_of_any_position_is_what_a_replay_says() {
    var sessions = sessions();
    for (int i = 0; i < 1_000; i++) {
      var started = sessions.get(random.nextInt(sessions.size()));
      long position = position(started);
      var at = Moments.reached(HISTORY, position);
      var event = (SessionStarted) started.event();
      var life = SessionReplay.replay(about(event.account()), position).get(event.session());

      var picture = session(event.session(), position);

      assertThat(picture.isPresent()).isEqualTo(life != null);
      if (life != null) {
        compare(picture.orElseThrow(), life, position, at);
      }
    }
  }

  @Test
  void the_session_as_of_any_position_stands_as_the_kernel_says() {
    var sessions = sessions();
    for (int i = 0; i < 1_000; i++) {
      var started = sessions.get(random.nextInt(sessions.size()));
      var event = (SessionStarted) started.event();
      long position = position(started);
      var at = Moments.reached(HISTORY, position);
      Standing standing = new Standing.Unknown();
      for (var recorded : about(event.account())) {
        if (recorded.position() <= position && isOf(event.session(), recorded.event())) {
          standing = Standing.evolve(standing, recorded.event());
        }
      }

      var picture = session(event.session(), position);

      switch (standing) {
        case Standing.Unknown _ -> assertThat(picture).isEmpty();
        case Standing.Over over -> {
          assertThat(picture.orElseThrow().ended().orElseThrow().by()).isEqualTo(over.end());
          assertThat(picture.orElseThrow().ended().orElseThrow().at()).isEqualTo(over.at());
        }
        case Standing.Live live -> {
          assertThat(picture.orElseThrow().ended()).isEmpty();
          assertThat(picture.orElseThrow().restricted()).isEqualTo(live.passwordChangeRequired());
          assertThat(good(event.session(), position, at))
              .isEqualTo(
                  live.tokens().stream()
                      .filter(_ -> at.isBefore(live.expiresAt()))
                      .filter(token -> at.isBefore(token.expiresAt()))
                      .map(Standing.LiveToken::jti)
                      .toList());
        }
      }
    }
  }

  @Test
  void those_signed_in_at_any_moment_are_those_whom_a_replay_leaves_signed_in() {
    for (int i = 0; i < 20; i++) {
      var at = moment();
      long position = Moments.position(HISTORY, at);
      var expected = new ArrayList<SessionId>();
      SessionReplay.replay(HISTORY, position)
          .forEach((session, life) -> {
            if (life.isLive(at)) {
              expected.add(session);
            }
          });

      assertThat(signedIn(position, at, 1 + random.nextInt(300))).isEqualTo(expected);
    }
  }

  private static List<SessionId> signedIn(long position, Instant at, int limit) {
    var all = new ArrayList<SessionId>();
    Optional<SessionId> after = Optional.empty();
    while (true) {
      var last = after;
      var page =
          BUILT.ask(connection ->
              new SessionsAt(connection, BUILT.sessions()).signedIn(position, at, last, limit));
      page.forEach(session -> all.add(session.session()));
      if (page.size() < limit) {
        return all;
      }
      after = Optional.of(all.getLast());
    }
  }

  private void compare(SessionPicture picture, SessionReplay.Life life, long position, Instant at) {
    assertThat(picture.account()).isEqualTo(life.started.account());
    assertThat(picture.family()).isEqualTo(life.started.family());
    assertThat(picture.method()).isEqualTo(life.started.method());
    assertThat(picture.startedAt()).isEqualTo(life.started.at());
    assertThat(picture.expiresAt()).isEqualTo(life.started.expiresAt());
    assertThat(picture.restricted()).isEqualTo(life.restricted);
    assertThat(picture.ended().map(end -> end.by() + " at " + end.position())).isEqualTo(life.over);
    assertThat(good(picture.session(), position, at)).isEqualTo(life.good(at));
    var issued =
        BUILT.ask(connection ->
            new TokensAt(connection, BUILT.sessions()).of(picture.session(), position, 0, 100_000));
    assertThat(issued.stream().map(TokenPicture::jti)).isEqualTo(life.issued);
  }

  private static List<TokenId> good(SessionId session, long position, Instant at) {
    return BUILT
        .ask(connection -> new TokensAt(connection, BUILT.sessions()).liveOf(session, position, at))
        .stream()
        .map(TokenPicture::jti)
        .toList();
  }

  private static Optional<SessionPicture> session(SessionId session, long position) {
    return BUILT.ask(
        connection -> new SessionsAt(connection, BUILT.sessions()).find(session, position));
  }

  private static Optional<AccountPicture> account(AccountId account, long position) {
    return BUILT.ask(
        connection -> new AccountsAt(connection, BUILT.accounts()).find(account, position));
  }

  private static Stream<AccountRegistered> registered(Event event) {
    return event instanceof AccountRegistered e ? Stream.of(e) : Stream.empty();
  }

  private static List<Recorded> sessions() {
    return HISTORY.stream().filter(r -> r.event() instanceof SessionStarted).toList();
  }

  /** Events of an account, its sessions and its keys; what they mean is another question. */
  private static List<Recorded> about(AccountId account) {
    return BY_ACCOUNT.getOrDefault(account, List.of());
  }

  private static boolean isOf(SessionId session, Event event) {
    return !(event instanceof OfSession other) || other.session().equals(session);
  }

  private static final Map<AccountId, List<Recorded>> BY_ACCOUNT = byAccount();

  private static Map<AccountId, List<Recorded>> byAccount() {
    var found = new HashMap<AccountId, List<Recorded>>();
    for (var recorded : HISTORY) {
      recorded
          .circumstances()
          .subject()
          .ifPresent(subject ->
              found.computeIfAbsent(new AccountId(subject), _ -> new ArrayList<>()).add(recorded));
    }
    return found;
  }

  /** Mostly while the session went on; sometimes just before it, and any time after. */
  private long position(Recorded started) {
    long first = started.position() - 2;
    long last = random.nextBoolean() ? HISTORY.size() : Math.min(HISTORY.size(), first + 20_000);
    return Math.max(1, first + (long) (random.nextDouble() * (last - first + 1)));
  }

  private Instant moment() {
    var first = HISTORY.getFirst().at().minusSeconds(60);
    var last = HISTORY.getLast().at().plusSeconds(3_600);
    return first.plusMillis(
        (long) (random.nextDouble() * Duration.between(first, last).toMillis()));
  }
}
