package dev.annals.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountEnabled;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountUnlocked;
import dev.annals.account.AccountEvent.AllSessionsRevoked;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.account.Role;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.crypto.KeyId;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.SecretHash;
import dev.annals.event.Event;
import dev.annals.session.AccessGrant;
import dev.annals.session.EndReason;
import dev.annals.session.Family;
import dev.annals.session.ForeignGrant;
import dev.annals.session.RefreshGrant;
import dev.annals.session.SessionEvent.AccessTokenRevoked;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.RefreshTokenReused;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.SessionId;
import dev.annals.session.SignInMethod;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandingTest {
  private static final AccountId ADA = new AccountId(new UUID(0, 1));
  private static final SessionId SESSION = new SessionId(new UUID(0, 2));
  private static final SessionId ELSEWHERE = new SessionId(new UUID(0, 3));
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant EVENING = NOON.plus(Duration.ofHours(8));
  private static final Sealed VERIFIER = new Sealed("account:" + ADA + "/AA");
  private static final SessionStarted STARTED = started(Family.ANNALS, false);

  @Test
  void an_issued_token_is_good_until_the_instant_it_expires() {
    var standing = after(STARTED, issued(1, NOON));

    assertThat(standing.judge(jti(1), NOON)).isEqualTo(Verdict.GOOD);
    assertThat(standing.judge(jti(1), NOON.plusSeconds(599))).isEqualTo(Verdict.GOOD);
    assertThat(standing.judge(jti(1), NOON.plusSeconds(600))).isEqualTo(Verdict.EXPIRED);
  }

  @Test
  void a_token_that_was_never_issued_is_not_good_whoever_signed_it() {
    assertThat(after().judge(jti(1), NOON)).isEqualTo(Verdict.UNKNOWN);
    assertThat(after(STARTED, issued(1, NOON)).judge(jti(2), NOON)).isEqualTo(Verdict.TOKEN_OVER);
  }

  @Test
  void a_session_expires_whatever_its_tokens_say() {
    var late =
        new AccessGrant(
            jti(1), new KeyId("k"), "i", "a", "c", "s", List.of(), NOON, EVENING.plusSeconds(60));
    var standing = after(STARTED, new TokensIssued(SESSION, ADA, late, refresh(0), NOON));

    assertThat(standing.judge(jti(1), EVENING.minusMillis(1))).isEqualTo(Verdict.GOOD);
    assertThat(standing.judge(jti(1), EVENING)).isEqualTo(Verdict.EXPIRED);
  }

  @Test
  void a_refresh_leaves_the_earlier_access_token_good_and_spends_the_earlier_refresh_token() {
    var standing = after(STARTED, issued(1, NOON), issued(2, NOON.plusSeconds(300)));

    assertThat(standing.judge(jti(1), NOON.plusSeconds(301))).isEqualTo(Verdict.GOOD);
    assertThat(standing.judge(jti(2), NOON.plusSeconds(301))).isEqualTo(Verdict.GOOD);
    assertThat(standing)
        .isInstanceOfSatisfying(
            Standing.Live.class, live -> assertThat(live.refresh()).contains(refresh(2)));
  }

  @Test
  void expired_tokens_are_dropped_and_only_so_many_may_live_at_once() {
    var events = new ArrayList<Event>(List.of(STARTED, issued(0, NOON)));
    for (int i = 1; i <= Standing.MOST_TOKENS; i++) {
      events.add(issued(i, NOON.plusSeconds(i)));
    }
    var standing = after(events.toArray(Event[]::new));

    assertThat(standing.judge(jti(0), NOON.plusSeconds(70))).isEqualTo(Verdict.TOKEN_OVER);
    assertThat(standing.judge(jti(1), NOON.plusSeconds(70))).isEqualTo(Verdict.GOOD);

    events.add(issued(99, NOON.plusSeconds(10_000)));
    assertThat(after(events.toArray(Event[]::new)))
        .isInstanceOfSatisfying(Standing.Live.class, live -> assertThat(live.tokens()).hasSize(1));
  }

  @Test
  void one_revoked_access_token_leaves_the_others_good() {
    var standing =
        after(
            STARTED,
            issued(1, NOON),
            issued(2, NOON),
            new AccessTokenRevoked(SESSION, ADA, jti(1), NOON));

    assertThat(standing.judge(jti(1), NOON)).isEqualTo(Verdict.TOKEN_OVER);
    assertThat(standing.judge(jti(2), NOON)).isEqualTo(Verdict.GOOD);
  }

  @Test
  void a_foreign_session_may_have_a_refresh_token_that_its_access_tokens_do_not_push_out() {
    var foreign = started(new Family("datarhei"), false);
    var both = foreign(grant(0, TokenUse.ACCESS, 600), grant(1, TokenUse.REFRESH, 86_400));
    var events = new ArrayList<Event>(List.of(foreign, both));
    for (int i = 0; i < Standing.MOST_TOKENS; i++) {
      events.add(foreign(grant(10 + i, TokenUse.ACCESS, 600)));
    }
    var standing = after(events.toArray(Event[]::new));

    assertThat(standing.judge(jti(0), NOON)).isEqualTo(Verdict.TOKEN_OVER);
    assertThat(standing.judge(jti(1), NOON)).isEqualTo(Verdict.GOOD);
    assertThat(standing.judge(jti(10), NOON)).isEqualTo(Verdict.GOOD);
    assertThat(standing.judge(jti(10), NOON.plusSeconds(600))).isEqualTo(Verdict.EXPIRED);
  }

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
  void a_session_that_began_with_a_one_time_password_is_whole_once_it_is_changed() {
    var restricted = started(Family.ANNALS, true);

    assertThat(after(restricted))
        .isInstanceOfSatisfying(
            Standing.Live.class, live -> assertThat(live.passwordChangeRequired()).isTrue());
    assertThat(after(restricted, new PasswordChanged(ADA, SESSION, VERIFIER, NOON)))
        .isInstanceOfSatisfying(
            Standing.Live.class, live -> assertThat(live.passwordChangeRequired()).isFalse());
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

  private static Standing after(Event... history) {
    Standing standing = new Standing.Unknown();
    for (var event : history) {
      standing = Standing.evolve(standing, event);
    }
    return standing;
  }

  private static SessionStarted started(Family family, boolean restricted) {
    return new SessionStarted(
        SESSION, ADA, family, SignInMethod.PASSWORD, EVENING, restricted, NOON);
  }

  private static ForeignTokensIssued foreign(ForeignGrant... grants) {
    return new ForeignTokensIssued(SESSION, ADA, List.of(grants), NOON);
  }

  private static ForeignGrant grant(int jti, TokenUse use, long seconds) {
    var hash = new SecretHash("A".repeat(43));
    return new ForeignGrant(
        jti(jti), new KeyId("k"), use, NOON, NOON.plusSeconds(seconds), VERIFIER, hash);
  }

  private static TokensIssued issued(int number, Instant at) {
    var access =
        new AccessGrant(
            jti(number), new KeyId("k"), "i", "a", "c", "s", List.of(), at, at.plusSeconds(600));
    return new TokensIssued(SESSION, ADA, access, refresh(number), at);
  }

  private static RefreshGrant refresh(int generation) {
    return new RefreshGrant(generation, new SecretHash("C".repeat(43)), EVENING);
  }

  private static TokenId jti(int number) {
    return new TokenId(new UUID(7, number));
  }
}
