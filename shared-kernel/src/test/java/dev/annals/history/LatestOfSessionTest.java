package dev.annals.history;

import static dev.annals.history.LongLife.ADA;
import static dev.annals.history.LongLife.SESSION;
import static dev.annals.history.LongLife.folded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.crypto.KeyId;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.SecretHash;
import dev.annals.event.Event;
import dev.annals.session.EndReason;
import dev.annals.session.Family;
import dev.annals.session.ForeignGrant;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.RefreshTokenReused;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import dev.annals.token.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LatestOfSessionTest {
  private static final int LIVES = 600;
  private static final Instant LATER = Instant.parse("2026-01-02T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Sealed SEALED = new Sealed("account:" + ADA + "/AA");

  /** With fewer of the latest than a session reads, it is a close call more often. */
  @Test
  void where_they_are_said_to_suffice_they_fold_to_what_all_events_do() {
    var random = new Random(20_261_122);
    int enough = 0;
    int different = 0;
    for (int i = 0; i < LIVES; i++) {
      var life = LongLife.random(random, random.nextInt(10, 400));
      var all = folded(life.events());
      for (int latest :
          List.of(1 + random.nextInt(130), 60 + random.nextInt(20), Sessions.LATEST)) {
        var abridged = life.abridged(latest);
        if (LatestOfSession.suffice(abridged)) {
          enough++;
          assertThat(folded(abridged)).as("life %d, %d", i, latest).isEqualTo(all);
        } else if (!folded(abridged).equals(all)) {
          different++;
        }
      }
    }
    assertThat(enough).isGreaterThan(LIVES / 2);
    assertThat(different).isGreaterThan(LIVES / 20);
  }

  @Test
  void a_session_that_was_refreshed_and_nothing_else_needs_no_more_however_long_it_is() {
    for (int times : List.of(100, 1_000)) {
      var life = LongLife.refreshedOnly(times);
      var abridged = life.abridged(Sessions.LATEST);

      assertThat(abridged).hasSize(2 + Sessions.LATEST);
      assertThat(LatestOfSession.suffice(abridged)).isTrue();
      assertThat(folded(abridged)).isEqualTo(folded(life.events()));
    }
  }

  @Test
  void it_takes_as_many_tokens_as_can_be_alive_to_leave_none_of_those_before() {
    var life = LongLife.refreshedOnly(1_000);

    assertThat(LatestOfSession.suffice(life.abridged(Standing.MOST_TOKENS))).isTrue();
    assertThat(LatestOfSession.suffice(life.abridged(Standing.MOST_TOKENS - 1))).isFalse();
  }

  @Test
  void where_many_tokens_were_revoked_the_earlier_ones_count() {
    var life = LongLife.refreshedOnly(200);
    for (int i = 0; i < 20; i++) {
      life.revoked(200 - i);
    }

    assertThat(LatestOfSession.suffice(life.abridged(Sessions.LATEST))).isTrue();
    assertThat(folded(life.abridged(Sessions.LATEST))).isEqualTo(folded(life.events()));
    for (int i = 0; i < 40; i++) {
      life.refreshed(DAY);
      life.revoked(201 + i);
    }
    assertThat(LatestOfSession.suffice(life.abridged(Sessions.LATEST))).isFalse();
    assertThat(folded(life.abridged(Sessions.LATEST))).isNotEqualTo(folded(life.events()));
  }

  @Test
  void a_password_changed_in_the_session_leaves_nothing_of_what_was_before() {
    var life = LongLife.refreshedOnly(200);
    life.refreshed(DAY);
    life.happened(new PasswordChanged(ADA, SESSION, SEALED, LATER));
    life.refreshed(DAY);

    assertThat(LatestOfSession.suffice(life.abridged(2))).isTrue();
    assertThat(folded(life.abridged(2))).isEqualTo(folded(life.events()));
    assertThat(LatestOfSession.suffice(life.abridged(1))).isFalse();
  }

  @Test
  void so_does_the_end_of_the_session() {
    var life = LongLife.refreshedOnly(200);
    life.happened(new RefreshTokenReused(SESSION, ADA, 3, LATER));
    life.happened(new SessionEnded(SESSION, ADA, EndReason.REFRESH_TOKEN_REUSED, LATER));

    assertThat(LatestOfSession.suffice(life.abridged(3))).isTrue();
    assertThat(folded(life.abridged(3))).isEqualTo(folded(life.events()));
    // Without a refresh among them it might have ended before, and otherwise.
    assertThat(LatestOfSession.suffice(life.abridged(2))).isFalse();
  }

  private static ForeignTokensIssued foreign(int number) {
    var grant =
        new ForeignGrant(
            new TokenId(new UUID(0x7001, number)),
            new KeyId("k"),
            TokenUse.ACCESS,
            LATER,
            LATER.plusSeconds(60),
            SEALED,
            new SecretHash("A".repeat(43)));
    return new ForeignTokensIssued(SESSION, ADA, List.of(grant), LATER);
  }

  @Test
  void foreign_tokens_are_never_passed_over() {
    var life = LongLife.refreshedOnly(200);
    life.happened(foreign(0));
    for (int i = 0; i < Standing.MOST_TOKENS; i++) {
      life.refreshed(DAY);
    }

    assertThat(LatestOfSession.suffice(life.abridged(Sessions.LATEST))).isFalse();
  }

  @Test
  void a_second_beginning_or_none_is_no_session_that_is_known_here() {
    var life = LongLife.refreshedOnly(200);
    life.begin(Family.ANNALS, false);
    List<Event> abridged = life.abridged(Sessions.LATEST);
    var plain = LongLife.refreshedOnly(200).abridged(Sessions.LATEST);

    assertThat(LatestOfSession.suffice(abridged)).isFalse();
    assertThat(LatestOfSession.suffice(plain)).isTrue();
    assertThat(LatestOfSession.suffice(plain.subList(2, plain.size()))).isFalse();
    assertThat(LatestOfSession.suffice(List.of())).isFalse();
  }
}
