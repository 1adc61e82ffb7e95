package dev.annals.command.axon;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ADAS;
import static dev.annals.command.decision.Samples.GRACE;
import static dev.annals.command.decision.Samples.KID;
import static dev.annals.command.decision.Samples.LOGIN;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.SESSION;
import static dev.annals.command.decision.Samples.VERIFIER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.Role;
import dev.annals.command.account.GrantRole;
import dev.annals.command.account.LockAccount;
import dev.annals.command.account.RevokeRole;
import dev.annals.command.credential.Attempt;
import dev.annals.command.credential.ChangePassword;
import dev.annals.command.credential.PasswordProof;
import dev.annals.command.decision.Command;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Decision.Accepted;
import dev.annals.command.decision.Outcome;
import dev.annals.command.decision.Outcome.Decided;
import dev.annals.command.decision.Refusal;
import dev.annals.command.login.RegisterAccount;
import dev.annals.command.session.Beginning;
import dev.annals.command.session.RefreshToken;
import dev.annals.command.session.RevokeAccessToken;
import dev.annals.command.session.SignIn;
import dev.annals.command.session.Terms;
import dev.annals.credential.WaitPolicy;
import dev.annals.crypto.SecretHash;
import dev.annals.event.Circumstances;
import dev.annals.history.Session;
import dev.annals.history.Sessions;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.Family;
import dev.annals.session.SignInMethod;
import dev.annals.session.TokenId;
import dev.annals.store.EventLog;
import dev.annals.store.Sourced;
import dev.annals.store.memory.MemoryLog;
import dev.annals.token.Standing.Live;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process that begins to know a session late, beside one that was there all the time. */
class LongSessionTest {
  private static final Ref REF = new Ref(SESSION, ADA);
  private static final Duration YEAR = Duration.ofDays(365);
  private static final WaitPolicy POLICY =
      new WaitPolicy(3, Duration.ofSeconds(30), Duration.ofMinutes(15));

  /** What a session may be read in: its first event, its latest and the few of its account. */
  private static final int FEW = 1 + 96 + 3;

  private final MemoryLog log = new MemoryLog();
  private final AxonStreams warm = EveryStream.on(log);
  private Instant now = NOON;
  private int generation;

  @BeforeEach
  void begin() {
    EveryStream.appointGrace(warm);
    accepted(new RegisterAccount(ADAS, ADA, LOGIN, Optional.empty(), VERIFIER, now));
    var beginning =
        new Beginning(SESSION, Family.ANNALS, SignInMethod.PASSWORD, terms(Duration.ofMinutes(10)));
    accepted(new SignIn(attempt(), beginning, Optional.empty()));
  }

  @AfterEach
  void stop() {
    warm.close();
  }

  private static Outcome send(AxonStreams streams, Command<?, ?> command) {
    return streams.commands().send(command, Circumstances.SYSTEM);
  }

  private void accepted(Command<?, ?> command) {
    assertThat(send(warm, command))
        .isInstanceOfSatisfying(
            Decided.class, decided -> assertThat(decided.decision()).isInstanceOf(Accepted.class));
  }

  private Attempt attempt() {
    return new Attempt(ADA, new PasswordProof(VERIFIER, true), POLICY, now);
  }

  private Terms terms(Duration lifetime) {
    var issuing = new Terms.Issuing("i", "a", "c", lifetime, YEAR, YEAR);
    return new Terms(jti(generation), KID, issuing, generation, secret(generation), now);
  }

  private static TokenId jti(int generation) {
    return new TokenId(new UUID(0x7001, generation));
  }

  private static SecretHash secret(int generation) {
    return SecretHash.of("secret " + generation);
  }

  private RefreshToken refresh(Duration lifetime) {
    int spent = generation++;
    return new RefreshToken(REF, spent, secret(spent), terms(lifetime));
  }

  private void refreshed(int times) {
    for (int i = 0; i < times; i++) {
      now = now.plusSeconds(1);
      accepted(refresh(Duration.ofMinutes(10)));
    }
  }

  private static Session of(AxonStreams streams) {
    return streams.histories().current(Sessions.STREAM, REF);
  }

  @Test
  void both_know_the_same_at_any_time_whatever_the_rules_have_let_happen() {
    var random = new Random(20_261_122);
    for (int step = 1; step <= 500; step++) {
      now = now.plusSeconds(random.nextInt(30));
      boolean revoking = step / 100 % 2 == 1;
      var _ =
          send(warm, random.nextInt(100) < (revoking ? 60 : 5) ? revoke(random) : other(random));
      if (step % 25 == 0) {
        try (var cold = EveryStream.on(log)) {
          assertThat(of(cold)).as("after %d", step).isEqualTo(of(warm));
        }
      }
    }
    assertThat(of(warm).standing())
        .isInstanceOfSatisfying(
            Live.class,
            live -> assertThat(live.refresh().orElseThrow().generation()).isEqualTo(generation));
    assertThat(generation).isGreaterThan(300);
  }

  private RevokeAccessToken revoke(Random random) {
    return new RevokeAccessToken(REF, jti(Math.max(0, generation - random.nextInt(80))), now);
  }

  /** Mostly refreshes, for tokens of short life and of long. */
  private Command<?, ?> other(Random random) {
    return switch (random.nextInt(40)) {
      case 4 -> new GrantRole(ADA, Role.AUDITOR, GRACE, now);
      case 5 -> new RevokeRole(ADA, Role.AUDITOR, GRACE, now);
      case 6 ->
          random.nextInt(4) == 0
              ? new ChangePassword(attempt(), SESSION, VERIFIER, false)
              : refresh(YEAR);
      default -> refresh(random.nextBoolean() ? YEAR : Duration.ofMinutes(10));
    };
  }

  /** The log, and how many events each answer to a question for a state had. */
  private EventLog watched(List<Integer> sizes) {
    return (EventLog)
        Proxy.newProxyInstance(
            EventLog.class.getClassLoader(),
            new Class<?>[] {EventLog.class},
            (_, method, arguments) -> {
              var answer = method.invoke(log, arguments);
              if (answer instanceof Sourced sourced) {
                sizes.add(sourced.events().size());
              }
              return answer;
            });
  }

  @Test
  void the_first_refresh_of_a_long_session_reads_no_more_than_its_end() {
    refreshed(300);
    var sizes = new ArrayList<Integer>();
    try (var cold = EveryStream.on(watched(sizes))) {
      assertThat(send(cold, refresh(YEAR)))
          .isInstanceOfSatisfying(
              Decided.class, decided -> assertThat(decided.position()).hasValue(log.head()));
      assertThat(sizes).hasSize(2).allMatch(size -> size <= FEW);
      assertThat(of(cold)).isEqualTo(of(warm));
      sizes.clear();
      var _ = send(cold, refresh(YEAR));
      assertThat(sizes).containsExactly(0);
    }
  }

  @Test
  void so_does_the_first_check() {
    refreshed(300);
    var sizes = new ArrayList<Integer>();
    try (var cold = EveryStream.on(watched(sizes))) {
      assertThat(of(cold)).isEqualTo(of(warm));
      assertThat(sizes).hasSize(1).allMatch(size -> size <= FEW);
    }
  }

  @Test
  void a_spent_token_ends_a_session_whose_spending_was_not_read() {
    refreshed(300);
    try (var cold = EveryStream.on(log)) {
      var outcome = send(cold, new RefreshToken(REF, 7, secret(7), terms(YEAR)));

      assertThat(outcome)
          .isInstanceOfSatisfying(
              Decided.class, decided -> assertThat(decided.decision().events()).hasSize(2));
      assertThat(send(cold, refresh(YEAR))).isEqualTo(refused());
      assertThat(of(warm)).isEqualTo(of(cold));
    }
  }

  private static Outcome refused() {
    return new Decided(Decision.refuse(Refusal.REFRESH_REFUSED), OptionalLong.empty());
  }

  @Test
  void what_happens_after_the_end_was_read_is_in_the_way_of_the_append() {
    refreshed(300);
    var locked = new AtomicBoolean();
    var late =
        new LaggingLog(
            log,
            () -> {
              if (locked.compareAndSet(false, true)) {
                accepted(new LockAccount(ADA, GRACE, now));
              }
              return CompletableFuture.completedFuture(log);
            });
    try (var cold = EveryStream.on(late)) {
      assertThat(cold.histories().head()).isEqualTo(log.head());

      assertThat(send(cold, refresh(YEAR))).isEqualTo(refused());
      assertThat(of(cold)).isEqualTo(of(warm));
    }
  }
}
