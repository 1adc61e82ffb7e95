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

import dev.annals.command.account.EraseAccount;
import dev.annals.command.account.LockAccount;
import dev.annals.command.account.UnlockAccount;
import dev.annals.command.decision.Command;
import dev.annals.command.decision.Commands;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Once;
import dev.annals.command.decision.Outcome;
import dev.annals.command.decision.Outcome.Decided;
import dev.annals.command.decision.Outcome.Remembered;
import dev.annals.command.decision.Refusal;
import dev.annals.command.login.LoginClaim;
import dev.annals.command.login.LoginClaims;
import dev.annals.command.login.NoteUnknownLogin;
import dev.annals.command.login.RegisterAccount;
import dev.annals.event.Circumstances;
import dev.annals.request.RequestEvent.CommandAnswered;
import dev.annals.store.StoredEvent;
import dev.annals.store.memory.MemoryLog;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OnceTest {
  private static final int CROWD = 50;
  private static final RegisterAccount REGISTER =
      new RegisterAccount(ADAS, ADA, LOGIN, Optional.empty(), VERIFIER, NOON);
  private static final Circumstances SYSTEM = Circumstances.SYSTEM;

  private final MemoryLog log = new MemoryLog();

  private static Once once(String key) {
    return new Once(key, decision -> new CommandAnswered(key, "question", said(decision), NOON));
  }

  private static String said(Decision decision) {
    return decision.getClass().getSimpleName() + decision.events().size();
  }

  private static Outcome send(Commands commands, Command<?, ?> command, String key) {
    return commands.send(command, SYSTEM, Optional.of(once(key)));
  }

  private static Remembered remembered(String key, String said, long position) {
    return new Remembered(new CommandAnswered(key, "question", said, NOON), position);
  }

  private List<String> names() {
    return log.read(0, 1_000).stream().map(StoredEvent::name).toList();
  }

  @Test
  void an_answer_is_remembered_in_the_append_that_it_answers() {
    try (var streams = EveryStream.on(log)) {
      var first = send(streams.commands(), REGISTER, "k");
      var again = send(streams.commands(), REGISTER, "k");

      assertThat(first)
          .isInstanceOfSatisfying(
              Decided.class, decided -> assertThat(decided.position()).hasValue(3));
      assertThat(again).isEqualTo(remembered("k", "Accepted2", 3));
      assertThat(names()).containsExactly("account.registered", "password.set", "request.answered");
    }
  }

  @Test
  void what_is_remembered_is_no_part_of_the_decision() {
    try (var streams = EveryStream.on(log)) {
      assertThat(send(streams.commands(), REGISTER, "k"))
          .isEqualTo(new Decided(REGISTER.decide(nobody()), OptionalLong.of(3)));
    }
  }

  private static LoginClaim nobody() {
    return new LoginClaim(ADAS, Optional.empty());
  }

  @Test
  void a_refusal_is_judged_again_or_guesses_under_one_key_would_be_counted_once() {
    var note = new NoteUnknownLogin(ADAS, NOON);
    try (var streams = EveryStream.on(log)) {
      var _ = send(streams.commands(), note, "k");

      assertThat(send(streams.commands(), note, "k"))
          .isEqualTo(new Decided(note.decide(nobody()), OptionalLong.of(2)));
      assertThat(names()).containsExactly("sign_in.refused", "sign_in.refused");
    }
  }

  @Test
  void under_another_key_the_same_command_is_decided_for_itself() {
    try (var streams = EveryStream.on(log)) {
      var _ = send(streams.commands(), REGISTER, "k");

      assertThat(send(streams.commands(), REGISTER, "other"))
          .isEqualTo(new Decided(Decision.refuse(Refusal.LOGIN_TAKEN), OptionalLong.empty()));
    }
  }

  @Test
  void a_yes_that_changed_nothing_is_remembered_and_changes_nothing_later_either() {
    var lock = new LockAccount(ADA, GRACE, LATER);
    try (var streams = EveryStream.on(log)) {
      EveryStream.appointGrace(streams);
      var commands = streams.commands();
      var _ = commands.send(REGISTER, SYSTEM);
      var _ = commands.send(lock, SYSTEM);
      var answered = send(commands, lock, "k");
      var _ = commands.send(new UnlockAccount(ADA, GRACE, LATER), SYSTEM);

      assertThat(answered).isEqualTo(new Decided(Decision.accept(), OptionalLong.of(9)));
      assertThat(send(commands, lock, "k")).isEqualTo(remembered("k", "Accepted0", 9));
      assertThat(names()).endsWith("account.locked", "request.answered", "account.unlocked");
    }
  }

  @Test
  void a_no_that_recorded_nothing_is_not_remembered() {
    var lock = new LockAccount(ADA, GRACE, LATER);
    try (var streams = EveryStream.on(log)) {
      assertThat(send(streams.commands(), lock, "k"))
          .isEqualTo(new Decided(Decision.refuse(Refusal.ROLE_REQUIRED), OptionalLong.empty()));
      assertThat(names()).isEmpty();
    }
  }

  @Test
  void many_at_once_under_one_key_are_one_and_all_the_others_are_told_its_answer()
      throws Exception {
    try (var streams = EveryStream.on(log)) {
      oneAnswerForAll(List.of(streams.commands()));
    }
  }

  @Test
  void so_it_is_when_they_come_to_two_processes() throws Exception {
    try (var one = EveryStream.on(new LaggingLog(log));
        var other = EveryStream.on(new LaggingLog(log))) {
      oneAnswerForAll(List.of(one.commands(), other.commands()));
    }
  }

  private void oneAnswerForAll(List<Commands> doors) throws Exception {
    var start = new CountDownLatch(1);
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting =
          IntStream.range(0, CROWD)
              .mapToObj(i ->
                  crowd.submit(() -> {
                    start.await();
                    return send(doors.get(i % doors.size()), REGISTER, "k");
                  }))
              .toList();
      start.countDown();
      var answers = RacesTest.answers(waiting);

      assertThat(answers).filteredOn(Decided.class::isInstance).hasSize(1);
      assertThat(answers).filteredOn(remembered("k", "Accepted2", 3)::equals).hasSize(CROWD - 1);
      assertThat(log.head()).isEqualTo(3);
    }
  }

  @Test
  void a_repetition_that_another_process_sees_late_is_told_the_answer_and_not_the_consequence() {
    var shared = new MemoryLog();
    try (var one = EveryStream.on(new LaggingLog(shared));
        var other = EveryStream.on(new LaggingLog(shared))) {
      var none = other.histories().current(LoginClaims.STREAM, ADAS);
      var _ = send(one.commands(), REGISTER, "k");

      assertThat(none.holder()).isEmpty();
      assertThat(send(other.commands(), REGISTER, "k")).isEqualTo(remembered("k", "Accepted2", 3));
    }
  }

  @Test
  void a_no_that_rests_on_what_the_same_request_brought_about_is_its_answer_instead() {
    var bobs = new RegisterAccount(ADAS, BOB, LOGIN, Optional.empty(), VERIFIER, NOON);
    try (var one = EveryStream.on(new LaggingLog(log));
        var other = EveryStream.on(new LaggingLog(log))) {
      EveryStream.appointGrace(one);
      var _ = other.commands().send(bobs, SYSTEM);
      var _ = one.commands().send(new EraseAccount(BOB, GRACE, NOON), SYSTEM);
      var _ = send(one.commands(), REGISTER, "k");

      assertThat(send(other.commands(), REGISTER, "k")).isEqualTo(remembered("k", "Accepted2", 11));
    }
  }

  @Test
  void a_yes_that_changed_nothing_here_is_the_answer_given_elsewhere_if_there_is_one() {
    var unlock = new UnlockAccount(ADA, GRACE, LATER);
    try (var one = EveryStream.on(new LaggingLog(log));
        var other = EveryStream.on(new LaggingLog(log))) {
      EveryStream.appointGrace(one);
      var _ = other.commands().send(REGISTER, SYSTEM);
      var _ = one.commands().send(new LockAccount(ADA, GRACE, LATER), SYSTEM);
      var _ = send(one.commands(), unlock, "k");

      assertThat(send(other.commands(), unlock, "k")).isEqualTo(remembered("k", "Accepted1", 10));
    }
  }
}
