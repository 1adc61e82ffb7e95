package dev.annals.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AllSessionsRevoked;
import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.catalogue.SampleEvents;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.crypto.Sealed;
import dev.annals.event.Event;
import dev.annals.session.EndReason;
import dev.annals.session.Family;
import dev.annals.session.SessionEvent.OfSession;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionId;
import dev.annals.session.SignInMethod;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@link Standing} against every event that there is. */
class StandingTotalTest {
  private static final AccountId ADA = new AccountId(new UUID(0, 1));
  private static final SessionId SESSION = new SessionId(new UUID(0, 2));
  private static final SessionId ELSEWHERE = new SessionId(new UUID(0, 3));
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final Sealed VERIFIER = new Sealed("account:" + ADA + "/AA");
  private static final Standing UNKNOWN = new Standing.Unknown();
  private static final Standing LIVE =
      Standing.evolve(
          UNKNOWN,
          new SessionStarted(
              SESSION,
              ADA,
              Family.ANNALS,
              SignInMethod.PASSWORD,
              NOON.plusSeconds(3600),
              false,
              NOON));
  private static final Standing OVER =
      Standing.evolve(LIVE, new SessionEnded(SESSION, ADA, EndReason.SIGNED_OUT, NOON));

  static Stream<Event> every() {
    return SampleEvents.ALL.stream();
  }

  static Stream<Event> withoutASayInSessions() {
    return every()
        .filter(event -> !(event instanceof OfSession))
        .filter(event -> !Standing.OF_THE_ACCOUNT.contains(event.getClass()));
  }

  static Stream<Event> butABeginning() {
    return every().filter(event -> !(event instanceof SessionStarted));
  }

  static Stream<Arguments> ends() {
    return Stream.of(
        Arguments.of(new AllSessionsRevoked(ADA, LATER), Standing.End.ALL_SESSIONS_REVOKED),
        Arguments.of(new AccountLocked(ADA, LATER), Standing.End.ACCOUNT_LOCKED),
        Arguments.of(new AccountDisabled(ADA, LATER), Standing.End.ACCOUNT_DISABLED),
        Arguments.of(
            new AccountErased(ADA, new LoginIndex("A".repeat(43)), LATER),
            Standing.End.ACCOUNT_ERASED),
        Arguments.of(new PasswordReset(ADA, VERIFIER, LATER, LATER), Standing.End.PASSWORD_RESET),
        Arguments.of(
            new PasswordChanged(ADA, ELSEWHERE, VERIFIER, LATER), Standing.End.PASSWORD_CHANGED));
  }

  @ParameterizedTest
  @MethodSource("withoutASayInSessions")
  void an_event_that_is_not_among_those_read_changes_no_session(Event event) {
    assertThat(Standing.evolve(LIVE, event)).isSameAs(LIVE);
  }

  @ParameterizedTest
  @MethodSource("butABeginning")
  void only_its_beginning_makes_a_session_known(Event event) {
    assertThat(Standing.evolve(UNKNOWN, event)).isSameAs(UNKNOWN);
  }

  @ParameterizedTest
  @MethodSource("every")
  void nothing_brings_an_ended_session_back_or_ends_it_otherwise(Event event) {
    assertThat(Standing.evolve(OVER, event)).isSameAs(OVER);
  }

  @Test
  void a_session_begins_once() {
    var again =
        new SessionStarted(SESSION, ADA, Family.ANNALS, SignInMethod.PASSWORD, LATER, true, LATER);

    assertThat(Standing.evolve(LIVE, again)).isSameAs(LIVE);
  }

  @ParameterizedTest
  @MethodSource("ends")
  void what_ended_a_session_and_when_is_remembered(Event event, Standing.End end) {
    assertThat(Standing.evolve(LIVE, event)).isEqualTo(new Standing.Over(SESSION, ADA, end, LATER));
  }

  @ParameterizedTest
  @EnumSource(EndReason.class)
  void a_sessions_own_end_is_remembered_by_its_name(EndReason reason) {
    assertThat(Standing.evolve(LIVE, new SessionEnded(SESSION, ADA, reason, LATER)))
        .isEqualTo(new Standing.Over(SESSION, ADA, Standing.End.valueOf(reason.name()), LATER));
  }
}
