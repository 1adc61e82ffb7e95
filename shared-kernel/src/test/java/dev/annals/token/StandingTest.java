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
import static dev.annals.token.Lived.refresh;
import static dev.annals.token.Lived.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.crypto.KeyId;
import dev.annals.event.Event;
import dev.annals.session.AccessGrant;
import dev.annals.session.Family;
import dev.annals.session.SessionEvent.AccessTokenRevoked;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.TokenUse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {
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
  void a_session_that_began_with_a_one_time_password_is_whole_once_it_is_changed() {
    var restricted = started(Family.ANNALS, true);

    assertThat(after(restricted))
        .isInstanceOfSatisfying(
            Standing.Live.class, live -> assertThat(live.passwordChangeRequired()).isTrue());
    assertThat(after(restricted, new PasswordChanged(ADA, SESSION, VERIFIER, NOON)))
        .isInstanceOfSatisfying(
            Standing.Live.class, live -> assertThat(live.passwordChangeRequired()).isFalse());
  }
}
