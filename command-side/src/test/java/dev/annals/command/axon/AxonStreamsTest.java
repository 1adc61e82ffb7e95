package dev.annals.command.axon;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ADAS;
import static dev.annals.command.decision.Samples.BOB;
import static dev.annals.command.decision.Samples.ERASED;
import static dev.annals.command.decision.Samples.GRACE;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.LOGIN;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.PASSWORD;
import static dev.annals.command.decision.Samples.VERIFIER;
import static dev.annals.command.decision.Samples.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.catalogue.EventCodec;
import dev.annals.command.account.Account;
import dev.annals.command.account.Accounts;
import dev.annals.command.account.EraseAccount;
import dev.annals.command.account.LockAccount;
import dev.annals.command.account.UnlockAccount;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Outcome.Decided;
import dev.annals.command.decision.Refusal;
import dev.annals.command.login.LoginClaims;
import dev.annals.command.login.NoteUnknownLogin;
import dev.annals.command.login.RegisterAccount;
import dev.annals.crypto.Randomness;
import dev.annals.event.Actor;
import dev.annals.event.Circumstances;
import dev.annals.event.Envelope;
import dev.annals.event.Event;
import dev.annals.history.Facts;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.SignInRefused;
import dev.annals.store.StoredEvent;
import dev.annals.store.memory.MemoryLog;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AxonStreamsTest {
  private static final RegisterAccount REGISTER = register(ADA, ADAS);
  private static final Circumstances SYSTEM = Circumstances.SYSTEM;

  private final MemoryLog log = new MemoryLog();
  private final AxonStreams streams = EveryStream.on(log);

  @AfterEach
  void stop() {
    streams.close();
  }

  private static RegisterAccount register(AccountId account, LoginIndex login) {
    return new RegisterAccount(login, account, LOGIN, Optional.empty(), VERIFIER, NOON);
  }

  private List<StoredEvent> stored() {
    return log.read(0, 1_000);
  }

  private List<Event> events() {
    var codec = new EventCodec();
    return stored().stream()
        .map(event -> codec.decode(event.name(), event.version(), event.payload()))
        .toList();
  }

  @Test
  void what_a_decision_records_is_in_the_log_and_the_answer_names_the_last_position() {
    var outcome = streams.commands().send(REGISTER, SYSTEM);

    assertThat(events()).containsExactly(registered(ADA, ADAS), PASSWORD);
    assertThat(outcome)
        .isEqualTo(
            new Decided(Decision.accept(registered(ADA, ADAS), PASSWORD), OptionalLong.of(2)));
  }

  @Test
  void the_next_decision_rests_on_the_one_before() {
    EveryStream.appointGrace(streams);
    var _ = streams.commands().send(REGISTER, SYSTEM);
    var locked = streams.commands().send(new LockAccount(ADA, GRACE, LATER), SYSTEM);
    var unlocked = streams.commands().send(new UnlockAccount(ADA, GRACE, LATER), SYSTEM);

    assertThat(locked)
        .isEqualTo(new Decided(Decision.accept(new AccountLocked(ADA, LATER)), OptionalLong.of(8)));
    assertThat(unlocked)
        .isInstanceOfSatisfying(
            Decided.class, decided -> assertThat(decided.position()).hasValue(9));
  }

  @Test
  void a_refusal_still_leaves_its_facts_behind() {
    var refused = new SignInRefused(Optional.empty(), ADAS, RefusalReason.UNKNOWN_LOGIN, NOON);

    assertThat(streams.commands().send(new NoteUnknownLogin(ADAS, NOON), SYSTEM))
        .isEqualTo(
            new Decided(Decision.refuse(Refusal.SIGN_IN_REFUSED, refused), OptionalLong.of(1)));
    assertThat(events()).containsExactly(refused);
  }

  @Test
  void an_answer_that_records_nothing_has_no_position() {
    EveryStream.appointGrace(streams);
    var _ = streams.commands().send(REGISTER, SYSTEM);

    assertThat(streams.commands().send(register(BOB, ADAS), SYSTEM))
        .isEqualTo(new Decided(Decision.refuse(Refusal.LOGIN_TAKEN), OptionalLong.empty()));
    assertThat(streams.commands().send(new UnlockAccount(ADA, GRACE, LATER), SYSTEM))
        .isEqualTo(new Decided(Decision.accept(), OptionalLong.empty()));
    assertThat(log.head()).isEqualTo(7);
  }

  @Test
  void a_login_that_was_freed_by_erasing_its_holder_is_given_away_again() {
    EveryStream.appointGrace(streams);
    var _ = streams.commands().send(REGISTER, SYSTEM);
    var _ = streams.commands().send(new EraseAccount(ADA, GRACE, NOON), SYSTEM);
    var _ = streams.commands().send(register(BOB, ADAS), SYSTEM);

    assertThat(events()).contains(ERASED, registered(BOB, ADAS));
    assertThat(streams.histories().current(LoginClaims.STREAM, ADAS).holder()).contains(BOB);
    assertThat(streams.histories().current(Accounts.STREAM, ADA)).isEqualTo(new Account.Erased());
  }

  @Test
  void metadata_are_the_circumstances_and_nothing_else() {
    var circumstances =
        new Circumstances(
            Actor.account(BOB.value()),
            Optional.of(ADA.value()),
            Optional.empty(),
            Optional.of("index"),
            Optional.of("curl/8"),
            "annals",
            Optional.of("request-1"),
            Optional.of("correlation-1"),
            Optional.of(new UUID(1, 2)));
    var _ = streams.commands().send(REGISTER, circumstances);

    assertThat(stored())
        .allSatisfy(event ->
            assertThat(new String(event.metadata(), StandardCharsets.UTF_8))
                .isEqualTo(
                    """
                    {"actor":"account:%s","address_index":"index","causation_id":"%s","correlation_id":"correlation-1",\
                    "family":"annals","request_id":"request-1","subject":"%s",\
                    "user_agent":"curl/8"}\
                    """
                        .formatted(BOB, new UUID(1, 2), ADA)));
  }

  @Test
  void events_carry_the_names_times_and_tags_that_others_find_them_by() {
    var _ = streams.commands().send(REGISTER, SYSTEM);

    assertThat(stored())
        .extracting(StoredEvent::name)
        .containsExactly("account.registered", "password.set");
    assertThat(stored()).extracting(StoredEvent::version).containsOnly("1");
    assertThat(stored()).extracting(StoredEvent::at).containsOnly(NOON);
    assertThat(stored())
        .extracting(StoredEvent::tags)
        .containsExactly(List.of("account:" + ADA, "login:" + ADAS), List.of("account:" + ADA));
    assertThat(stored()).extracting(StoredEvent::id).doesNotHaveDuplicates();
  }

  @Test
  void a_history_tells_events_with_their_positions_and_circumstances() {
    var _ = streams.commands().send(REGISTER, SYSTEM);
    var told = streams.histories().events(Accounts.facts(ADA));

    assertThat(told).extracting(Envelope::position).containsExactly(1L, 2L);
    assertThat(told).extracting(Envelope::circumstances).containsOnly(SYSTEM);
    assertThat(told).extracting(Envelope::event).containsExactly(registered(ADA, ADAS), PASSWORD);
    assertThat(streams.histories().events(Facts.tagged("account:" + BOB))).isEmpty();
  }

  @Test
  void a_command_that_nobody_bound_is_an_error_and_no_refusal() {
    try (var empty =
        new AxonStreams(log, Randomness.secure(InstantSource.system()), 10, List.of())) {
      assertThatExceptionOfType(RuntimeException.class)
          .isThrownBy(() -> empty.commands().send(REGISTER, SYSTEM))
          .withMessageContaining("RegisterAccount");
    }
    assertThat(log.head()).isZero();
  }
}
