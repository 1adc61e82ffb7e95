package dev.annals.query.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.crypto.Sealed;
import dev.annals.event.Event;
import dev.annals.query.account.AccountPicture;
import dev.annals.query.account.AccountView;
import dev.annals.query.account.AccountsAt;
import dev.annals.query.random.RandomHistory;
import dev.annals.query.session.SessionPicture;
import dev.annals.query.session.SessionView;
import dev.annals.query.session.SessionsAt;
import dev.annals.query.session.TokenPicture;
import dev.annals.query.session.TokensAt;
import dev.annals.query.view.QueryDatabase;
import dev.annals.query.view.Recorded;
import dev.annals.query.view.Views;
import dev.annals.session.SessionEvent.OfSession;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionId;
import dev.annals.session.TokenId;
import dev.annals.store.TestPostgres;
import dev.annals.store.postgres.PostgresLog;
import dev.annals.token.Standing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A history of more than a hundred thousand events, asked about moments chosen by chance. */
final class AsOfIT {
  private static final int EVENTS = 110_000;
  private static final long SEED = 20_250_101;
  private static final List<Recorded> HISTORY = new RandomHistory(SEED, 400).events(EVENTS);

  private static PostgresLog log;
  private static Views views;

  private final Random random = new Random(SEED);

  @BeforeAll
  static void build() {
    var database = TestPostgres.freshDatabase();
    var meters = new SimpleMeterRegistry();
    log = PostgresLog.open(database.asApplication(), meters);
    RandomHistory.load(log, HISTORY);
    var server = TestPostgres.server();
    var own = TestPostgres.freshDatabase();
    views =
        new Views(
            List.of(new AccountView(), new SessionView()),
            log,
            new QueryDatabase(own.url(), server.owner(), server.password(), 2),
            meters);
    views.start();
    var names = Set.of(AccountView.NAME, SessionView.NAME);
    assertThat(views.waiting().await(names, HISTORY.size(), Duration.ofMinutes(1))).isTrue();
  }

  @AfterAll
  static void close() {
    views.close();
    log.close();
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

      var facts = account(account, position).map(AsOfIT::facts).orElseGet(TreeMap::new);

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
          views.ask(connection ->
              new SessionsAt(connection, views.schema(SessionView.NAME))
                  .signedIn(position, at, last, limit));
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
        views.ask(connection ->
            new TokensAt(connection, views.schema(SessionView.NAME))
                .of(picture.session(), position, 0, 100_000));
    assertThat(issued.stream().map(TokenPicture::jti)).isEqualTo(life.issued);
  }

  private static List<TokenId> good(SessionId session, long position, Instant at) {
    return views
        .ask(connection ->
            new TokensAt(connection, views.schema(SessionView.NAME)).liveOf(session, position, at))
        .stream()
        .map(TokenPicture::jti)
        .toList();
  }

  private static Optional<SessionPicture> session(SessionId session, long position) {
    return views.ask(connection ->
        new SessionsAt(connection, views.schema(SessionView.NAME)).find(session, position));
  }

  private static Optional<AccountPicture> account(AccountId account, long position) {
    return views.ask(connection ->
        new AccountsAt(connection, views.schema(AccountView.NAME)).find(account, position));
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

  private static Map<String, String> facts(AccountPicture picture) {
    var facts = new TreeMap<String, String>();
    var state = picture.state();
    state.login().map(Sealed::text).ifPresent(login -> facts.put("login", login));
    state.displayName().map(Sealed::text).ifPresent(name -> facts.put("name", name));
    facts.put("registered", state.registeredAt().toString());
    Map.of("locked", state.locked(), "disabled", state.disabled(), "erased", state.erased())
        .forEach((flag, set) -> {
          if (set) {
            facts.put(flag, "yes");
          }
        });
    facts.put("roles", state.roles().stream().map(Role::value).toList().toString());
    state
        .password()
        .ifPresent(password ->
            facts.put(
                "password",
                password.origin()
                    + " "
                    + password.setAt()
                    + password.goodUntil().map(until -> " until " + until).orElse("")
                    + password.usedAt().map(used -> " used " + used).orElse("")));
    addSignIns(facts, picture);
    picture.keys().forEach(key -> addKey(facts, key));
    picture
        .subjects()
        .forEach(
            link -> facts.put("subject " + link.subject(), link.name() + " since " + link.since()));
    return facts;
  }

  private static void addSignIns(Map<String, String> facts, AccountPicture picture) {
    var signIns = picture.signIns();
    signIns
        .lastSuccess()
        .ifPresent(
            last -> facts.put("success", last.method() + " " + last.family() + " " + last.at()));
    signIns.lastFailure().ifPresent(last -> facts.put("failure", last.reason() + " " + last.at()));
    facts.put("failures", String.valueOf(signIns.failuresInARow()));
    signIns.waitUntil().ifPresent(until -> facts.put("wait", until.toString()));
  }

  private static void addKey(Map<String, String> facts, AccountPicture.HeldKey key) {
    var state = key.state();
    facts.put(key.key() + " is", state.kind() + " " + state.name());
    facts.put(key.key() + " issued", state.issuedAt().toString());
    state.expiresAt().ifPresent(at -> facts.put(key.key() + " expires", at.toString()));
    state.rotatedAt().ifPresent(at -> facts.put(key.key() + " rotated", at.toString()));
    state.previousGoodUntil().ifPresent(at -> facts.put(key.key() + " previous", at.toString()));
    state.revokedAt().ifPresent(at -> facts.put(key.key() + " revoked", at.toString()));
  }
}
