package dev.annals.token;

import static dev.annals.token.Lived.ADA;
import static dev.annals.token.Lived.EVENING;
import static dev.annals.token.Lived.NOON;
import static dev.annals.token.Lived.SESSION;
import static dev.annals.token.Lived.STARTED;
import static dev.annals.token.Lived.VERIFIER;
import static dev.annals.token.Lived.after;
import static dev.annals.token.Lived.foreign;
import static dev.annals.token.Lived.grant;
import static dev.annals.token.Lived.issued;
import static dev.annals.token.Lived.jti;
import static dev.annals.token.Lived.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountEnabled;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountUnlocked;
import dev.annals.account.AccountEvent.AllSessionsRevoked;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.LoginIndex;
import dev.annals.account.Role;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.event.Event;
import dev.annals.session.EndReason;
import dev.annals.session.Family;
import dev.annals.session.SessionEvent.RefreshTokenReused;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.SessionId;
import dev.annals.session.TokenUse;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ends a session, and what does not. */
class StandingEndsTest {
  private static final SessionId ELSEWHERE = new SessionId(new UUID(0, 3));

  @Test
  void a_foreign_session_ends_with_the_password_that_it_changed() {
    var changed = new PasswordChanged(ADA, SESSION, VERIFIER, NOON);
    var standing =
        after(
            started(new Family("databrain"), false),
            foreign(grant(0, TokenUse.ACCESS, 600)),
            changed);

    assertThat(standing.judge(jti(0), NOON)).isEqualTo(Verdict.SESSION_OVER);
  }

  static Stream<Event> ends() {
    return Stream.of(
        new SessionEnded(SESSION, ADA, EndReason.SIGNED_OUT, NOON),
        new SessionEnded(SESSION, ADA, EndReason.REVOKED, NOON),
        new SessionEnded(SESSION, ADA, EndReason.REFRESH_TOKEN_REUSED, NOON),
        new AllSessionsRevoked(ADA, NOON),
        new AccountLocked(ADA, NOON),
        new AccountDisabled(ADA, NOON),
        new AccountErased(ADA, new LoginIndex("A".repeat(43)), NOON),
        new PasswordReset(ADA, VERIFIER, EVENING, NOON),
        new PasswordChanged(ADA, ELSEWHERE, VERIFIER, NOON));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void what_ends_a_session_ends_all_its_tokens_for_good(Event end) {
    var standing =
        after(
            STARTED,
            issued(1, NOON),
            end,
            issued(2, NOON),
            new AccountUnlocked(ADA, NOON),
            new AccountEnabled(ADA, NOON),
            STARTED);

    assertThat(standing.judge(jti(1), NOON)).isEqualTo(Verdict.SESSION_OVER);
    assertThat(standing.judge(jti(2), NOON)).isEqualTo(Verdict.SESSION_OVER);
  }

  @ParameterizedTest
  @MethodSource("ends")
  void what_happened_before_a_session_began_does_not_end_it(Event earlier) {
    if (earlier instanceof SessionEnded) {
      return;
    }
    assertThat(after(earlier, STARTED, issued(1, NOON)).judge(jti(1), NOON))
        .isEqualTo(Verdict.GOOD);
  }

  @ParameterizedTest
  @MethodSource("ends")
  void events_of_the_account_that_end_sessions_are_among_those_that_are_read(Event end) {
    if (!(end instanceof SessionEnded)) {
      assertThat(Standing.OF_THE_ACCOUNT).contains(end.getClass());
    }
  }

  @Test
  void the_session_that_changed_the_password_goes_on_without_the_tokens_it_had() {
    var changed = new PasswordChanged(ADA, SESSION, VERIFIER, NOON);
    var standing = after(STARTED, issued(1, NOON), changed);

    assertThat(standing.judge(jti(1), NOON)).isEqualTo(Verdict.TOKEN_OVER);
    assertThat(Standing.evolve(standing, issued(2, NOON)).judge(jti(2), NOON))
        .isEqualTo(Verdict.GOOD);
  }

  @Test
  void what_does_not_concern_sessions_changes_nothing() {
    var standing = after(STARTED, issued(1, NOON));

    assertThat(Standing.evolve(standing, new RoleGranted(ADA, Role.ADMIN, NOON)))
        .isSameAs(standing);
    assertThat(Standing.evolve(standing, new PasswordRejected(ADA, 1, Optional.empty(), NOON)))
        .isSameAs(standing);
    assertThat(Standing.evolve(standing, new RefreshTokenReused(SESSION, ADA, 0, NOON)))
        .isSameAs(standing);
  }
}
