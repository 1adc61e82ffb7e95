package dev.annals.command.session;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ELSEWHERE;
import static dev.annals.command.decision.Samples.ERASED;
import static dev.annals.command.decision.Samples.SESSION;
import static dev.annals.command.decision.Samples.VERIFIER;
import static dev.annals.command.decision.Samples.hash;
import static dev.annals.command.session.SessionSamples.EIGHT;
import static dev.annals.command.session.SessionSamples.REF;
import static dev.annals.command.session.SessionSamples.STARTED;
import static dev.annals.command.session.SessionSamples.TEN;
import static dev.annals.command.session.SessionSamples.issued;
import static dev.annals.command.session.SessionSamples.secret;
import static dev.annals.command.session.SessionSamples.started;
import static dev.annals.command.session.SessionSamples.terms;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountUnlocked;
import dev.annals.account.AccountEvent.AllSessionsRevoked;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountEvent.RoleRevoked;
import dev.annals.account.Role;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.event.Event;
import dev.annals.history.Session;
import dev.annals.history.Sessions;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.AccessGrant;
import dev.annals.session.EndReason;
import dev.annals.session.SessionEvent.AccessTokenRevoked;
import dev.annals.session.SessionEvent.RefreshTokenReused;
import dev.annals.session.SessionEvent.SessionEnded;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefreshTokenTest {
  private static final Instant SOON = EIGHT.plusSeconds(60);

  private final Scenario<Ref, Session> session =
      Scenario.of(Sessions.STREAM, REF).given(STARTED, issued(0, EIGHT));

  /** Shows the true token of a generation. */
  private static RefreshToken refresh(int generation, Instant at) {
    return new RefreshToken(REF, generation, secret(generation), terms(generation + 1, at));
  }

  @Test
  void a_good_token_is_exchanged_for_the_next_pair() {
    session.when(refresh(0, SOON)).thenAccepted(issued(1, SOON));
  }

  @Test
  void each_pair_leads_to_one_more() {
    session.given(issued(1, SOON)).when(refresh(1, SOON)).thenAccepted(issued(2, SOON));
  }

  @Test
  void a_spent_token_ends_the_session_and_is_recorded() {
    for (int spent : List.of(0, 1)) {
      session
          .given(issued(1, SOON), issued(2, SOON))
          .when(refresh(spent, SOON))
          .thenRefused(
              Refusal.REFRESH_REFUSED,
              new RefreshTokenReused(SESSION, ADA, spent, SOON),
              new SessionEnded(SESSION, ADA, EndReason.REFRESH_TOKEN_REUSED, SOON));
    }
  }

  @Test
  void after_a_reuse_even_the_newest_token_is_refused() {
    session
        .given(
            issued(1, SOON),
            new RefreshTokenReused(SESSION, ADA, 0, SOON),
            new SessionEnded(SESSION, ADA, EndReason.REFRESH_TOKEN_REUSED, SOON))
        .when(refresh(1, SOON))
        .thenRefused(Refusal.REFRESH_REFUSED);
  }

  @Test
  void another_token_of_the_right_generation_is_refused_and_ends_nothing() {
    session
        .when(new RefreshToken(REF, 0, hash('z'), terms(1, SOON)))
        .thenRefused(Refusal.REFRESH_REFUSED);
  }

  @Test
  void a_token_of_a_generation_that_was_never_issued_is_refused_and_ends_nothing() {
    session.when(refresh(1, SOON)).thenRefused(Refusal.REFRESH_REFUSED);
  }

  @Test
  void a_token_is_good_until_the_instant_it_expires() {
    session
        .when(refresh(0, EIGHT.plusSeconds(3599)))
        .thenAccepted(issued(1, EIGHT.plusSeconds(3599)));
    session.when(refresh(0, EIGHT.plusSeconds(3600))).thenRefused(Refusal.REFRESH_REFUSED);
  }

  @Test
  void a_session_at_its_end_is_over_for_spent_and_unspent_tokens_alike() {
    var late = session.given(issued(1, TEN.minusSeconds(60)));

    late.when(refresh(1, TEN)).thenRefused(Refusal.REFRESH_REFUSED);
    late.when(refresh(0, TEN)).thenRefused(Refusal.REFRESH_REFUSED);
  }

  @Test
  void a_session_of_which_nothing_was_heard_or_issued_gives_nothing() {
    var nothing = Scenario.of(Sessions.STREAM, REF);

    nothing.when(refresh(0, SOON)).thenRefused(Refusal.REFRESH_REFUSED);
    nothing.given(STARTED).when(refresh(0, SOON)).thenRefused(Refusal.REFRESH_REFUSED);
  }

  private static Stream<Event> ends() {
    return Stream.of(
        new SessionEnded(SESSION, ADA, EndReason.SIGNED_OUT, SOON),
        new SessionEnded(SESSION, ADA, EndReason.REVOKED, SOON),
        new AllSessionsRevoked(ADA, SOON),
        new AccountLocked(ADA, SOON),
        new AccountDisabled(ADA, SOON),
        ERASED,
        new PasswordReset(ADA, VERIFIER, TEN, SOON),
        new PasswordChanged(ADA, ELSEWHERE, VERIFIER, SOON));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void a_session_that_was_ended_gives_nothing(Event end) {
    session
        .given(end, new AccountUnlocked(ADA, SOON))
        .when(refresh(0, SOON))
        .thenRefused(Refusal.REFRESH_REFUSED);
  }

  @Test
  void the_session_that_changed_the_password_goes_on() {
    session
        .given(new PasswordChanged(ADA, SESSION, VERIFIER, SOON))
        .when(refresh(0, SOON))
        .thenAccepted(issued(1, SOON));
  }

  @Test
  void revoking_the_access_token_leaves_the_refresh_token() {
    session
        .given(new AccessTokenRevoked(SESSION, ADA, SessionSamples.jti(0), SOON))
        .when(refresh(0, SOON))
        .thenAccepted(issued(1, SOON));
  }

  @Test
  void the_next_pair_names_the_roles_of_now() {
    session
        .given(
            new RoleGranted(ADA, Role.AUDITOR, SOON),
            new RoleGranted(ADA, Role.ADMIN, SOON),
            new RoleGranted(ADA, new Role("billing"), SOON),
            new RoleRevoked(ADA, Role.AUDITOR, SOON))
        .when(refresh(0, SOON))
        .thenAccepted(
            issued(1, SOON, AccessGrant.FULL_SCOPE, List.of(Role.ADMIN, new Role("billing"))));
  }

  @Test
  void a_restricted_session_stays_so_until_the_password_is_changed() {
    var restricted =
        Scenario.of(Sessions.STREAM, REF)
            .given(started(true), issued(0, EIGHT, AccessGrant.RESTRICTED_SCOPE, List.of()));

    restricted
        .when(refresh(0, SOON))
        .thenAccepted(issued(1, SOON, AccessGrant.RESTRICTED_SCOPE, List.of()));
    restricted
        .given(new PasswordChanged(ADA, SESSION, VERIFIER, SOON))
        .when(refresh(0, SOON))
        .thenAccepted(issued(1, SOON));
  }
}
