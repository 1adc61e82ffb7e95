package dev.annals.command.axon;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ADAS;
import static dev.annals.command.decision.Samples.BOB;
import static dev.annals.command.decision.Samples.GRACE;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.LOGIN;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.VERIFIER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.annals.account.AccountId;
import dev.annals.command.account.Account;
import dev.annals.command.account.Accounts;
import dev.annals.command.account.LockAccount;
import dev.annals.command.account.UnlockAccount;
import dev.annals.command.decision.Commands;
import dev.annals.command.decision.Contended;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Decision.Accepted;
import dev.annals.command.decision.Outcome;
import dev.annals.command.decision.Outcome.Decided;
import dev.annals.command.decision.Refusal;
import dev.annals.command.login.LoginClaims;
import dev.annals.command.login.RegisterAccount;
import dev.annals.event.Circumstances;
import dev.annals.store.Append;
import dev.annals.store.Criteria;
import dev.annals.store.LogUnavailable;
import dev.annals.store.NewEvent;
import dev.annals.store.Range;
import dev.annals.store.StoredEvent;
import dev.annals.store.memory.MemoryLog;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RacesTest {
  private static final int CROWD = 200;
  private static final Circumstances SYSTEM = Circumstances.SYSTEM;

  private final MemoryLog log = new MemoryLog();

  private static RegisterAccount register(AccountId account) {
    return new RegisterAccount(ADAS, account, LOGIN, Optional.empty(), VERIFIER, NOON);
  }

  private static AccountId account(int number) {
    return new AccountId(new UUID(0x7009, number));
  }

  /** All start at once; each registers an account of its own under the one login. */
  private static List<Outcome> registerAll(List<Commands> doors) throws Exception {
    var start = new CountDownLatch(1);
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting =
          IntStream.range(0, CROWD)
              .mapToObj(i ->
                  crowd.submit(() -> {
                    start.await();
                    return doors.get(i % doors.size()).send(register(account(i)), SYSTEM);
                  }))
              .toList();
      start.countDown();
      return answers(waiting);
    }
  }

  static <T> List<T> answers(List<Future<T>> waiting)
      throws InterruptedException, ExecutionException {
    var answers = new ArrayList<T>();
    for (var answer : waiting) {
      answers.add(answer.get());
    }
    return answers;
  }

  private void exactlyOneHas(List<Outcome> answers) {
    assertThat(answers).hasSize(CROWD);
    assertThat(answers)
        .filteredOn(
            answer -> answer instanceof Decided(Accepted _, var position) && position.isPresent())
        .hasSize(1);
    assertThat(answers)
        .filteredOn(new Decided(Decision.refuse(Refusal.LOGIN_TAKEN), OptionalLong.empty())::equals)
        .hasSize(CROWD - 1);
    assertThat(log.read(Criteria.tag("login:" + ADAS), Range.after(0))).hasSize(1);
    assertThat(log.head()).isEqualTo(2);
  }

  @Test
  void of_two_hundred_registrations_of_one_login_one_is_accepted() throws Exception {
    try (var streams = EveryStream.on(log)) {
      exactlyOneHas(registerAll(List.of(streams.commands())));
    }
  }

  @Test
  void so_it_is_when_they_come_to_two_processes() throws Exception {
    try (var one = EveryStream.on(new LaggingLog(log));
        var other = EveryStream.on(new LaggingLog(log))) {
      exactlyOneHas(registerAll(List.of(one.commands(), other.commands())));
    }
  }

  @Test
  void a_race_that_was_lost_is_decided_anew_on_what_the_winner_left() {
    try (var one = EveryStream.on(new LaggingLog(log));
        var other = EveryStream.on(new LaggingLog(log))) {
      var _ = one.commands().send(register(ADA), SYSTEM);

      assertThat(other.commands().send(register(BOB), SYSTEM))
          .isEqualTo(new Decided(Decision.refuse(Refusal.LOGIN_TAKEN), OptionalLong.empty()));
    }
  }

  @Test
  void a_cached_state_that_another_process_has_overtaken_does_no_harm() {
    try (var one = EveryStream.on(new LaggingLog(log));
        var other = EveryStream.on(new LaggingLog(log))) {
      EveryStream.appointGrace(one);
      var _ = one.commands().send(register(ADA), SYSTEM);
      var _ = other.commands().send(new LockAccount(ADA, GRACE, LATER), SYSTEM);
      var unlocked = one.commands().send(new UnlockAccount(ADA, GRACE, LATER), SYSTEM);
      var locked = other.commands().send(new LockAccount(ADA, GRACE, LATER), SYSTEM);

      assertThat(unlocked)
          .isInstanceOfSatisfying(
              Decided.class, decided -> assertThat(decided.position()).hasValue(9));
      assertThat(locked)
          .isInstanceOfSatisfying(
              Decided.class, decided -> assertThat(decided.position()).hasValue(10));
    }
  }

  @Test
  void an_answer_that_records_nothing_rests_on_what_any_process_has_acknowledged() {
    try (var one = EveryStream.on(new LaggingLog(log));
        var other = EveryStream.on(new LaggingLog(log))) {
      EveryStream.appointGrace(one);
      assertThat(other.histories().current(LoginClaims.STREAM, ADAS).holder()).isEmpty();
      assertThat(other.commands().send(new LockAccount(ADA, GRACE, LATER), SYSTEM))
          .isEqualTo(new Decided(Decision.refuse(Refusal.ACCOUNT_UNKNOWN), OptionalLong.empty()));
      var _ = one.commands().send(register(ADA), SYSTEM);

      assertThat(other.commands().send(new LockAccount(ADA, GRACE, LATER), SYSTEM))
          .isInstanceOfSatisfying(
              Decided.class, decided -> assertThat(decided.position()).hasValue(8));
      assertThat(one.histories().current(Accounts.STREAM, ADA))
          .isInstanceOfSatisfying(
              Account.Registered.class, account -> assertThat(account.locked()).isTrue());
      assertThat(other.histories().events(Accounts.facts(ADA))).hasSize(3);
    }
  }

  @Test
  void who_loses_every_time_is_told_so_and_has_recorded_nothing() {
    var tries = new AtomicInteger();
    var crowded =
        new LaggingLog(
            log,
            () -> {
              tries.incrementAndGet();
              return log.append(Append.of(somethingOf(ADA)));
            });
    try (var streams = EveryStream.on(crowded)) {
      assertThatExceptionOfType(Contended.class)
          .isThrownBy(() -> streams.commands().send(register(ADA), SYSTEM));
    }
    assertThat(tries).hasValue(8);
    assertThat(log.read(0, 100))
        .extracting(StoredEvent::name)
        .containsOnly("account.login_changed");
  }

  @Test
  void a_log_that_cannot_be_reached_is_said_to_be_so() {
    var down = LogUnavailable.nothingWritten("the database is away", null);
    try (var streams =
        EveryStream.on(new LaggingLog(log, () -> CompletableFuture.failedFuture(down)))) {
      assertThatExceptionOfType(LogUnavailable.class)
          .isThrownBy(() -> streams.commands().send(register(ADA), SYSTEM))
          .isSameAs(down);
      assertThat(streams.histories().current(LoginClaims.STREAM, ADAS).holder()).isEmpty();
    }
  }

  /** A fact about the login, by somebody who is always a moment faster. */
  private static NewEvent somethingOf(AccountId account) {
    var payload =
        """
        {"account":"%s","previous":"%s","login_index":"%s","login":"%s","at":"%s"}\
        """
            .formatted(account, ADAS, "Z".repeat(43), LOGIN, NOON);
    return new NewEvent(
        UUID.randomUUID(),
        NOON,
        "account.login_changed",
        "1",
        List.of("login:" + ADAS),
        "{}".getBytes(StandardCharsets.UTF_8),
        payload.getBytes(StandardCharsets.UTF_8));
  }
}
