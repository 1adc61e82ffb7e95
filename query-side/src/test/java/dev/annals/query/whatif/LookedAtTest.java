package dev.annals.query.whatif;

import static dev.annals.query.whatif.Past.ADA;
import static dev.annals.query.whatif.Past.BOB;
import static dev.annals.query.whatif.Told.LAX;
import static dev.annals.query.whatif.Told.STRICT;
import static dev.annals.query.whatif.Told.under;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.query.whatif.Affected.Fate;
import dev.annals.query.whatif.Affected.Look;
import dev.annals.query.whatif.Affected.Was;
import dev.annals.session.RefusalReason;
import org.junit.jupiter.api.Test;

/** Attempts that were refused unseen, and that the other policy would have looked at. */
class LookedAtTest {
  @Test
  void a_refusal_for_waiting_would_have_been_looked_at_and_nobody_knows_more() {
    var past = new Past().wrong(ADA, 0, 1, 900).refused(ADA, 10, RefusalReason.WAITING);

    var told = under(LAX, past);

    assertThat(told.rows()).hasSize(1);
    var row = told.rows().getFirst();
    assertThat(row.was()).isEqualTo(Was.REFUSED_WAITING);
    assertThat(row.wouldBe()).isEqualTo(Fate.LOOKED_AT);
    assertThat(row.certain()).isTrue();
    assertThat(row.nextLook()).isNull();
    assertThat(told.counts().wouldHaveBeenLookedAt()).isEqualTo(1);
  }

  @Test
  void what_the_next_look_found_is_told_as_a_hint() {
    var past =
        new Past()
            .wrong(ADA, 0, 1, 900)
            .refused(ADA, 10, RefusalReason.WAITING)
            .refused(BOB, 11, RefusalReason.WAITING)
            .rightAtLast(ADA, 901)
            .wrong(BOB, 902, 1)
            .right(BOB, 903);

    var told = under(LAX, past);

    assertThat(told.rows()).extracting(Affected::nextLook).containsExactly(Look.RIGHT, Look.WRONG);
    assertThat(told.counts().lookedAtBeforeRightPassword()).isEqualTo(1);
    assertThat(told.counts().lookedAtBeforeWrongPassword()).isEqualTo(1);
  }

  @Test
  void another_password_says_nothing_about_what_was_tried_before() {
    var past =
        new Past()
            .wrong(ADA, 0, 1, 900)
            .refused(ADA, 10, RefusalReason.WAITING)
            .reset(ADA, 20, 5000)
            .oneTimeUsed(ADA, 30);

    var told = under(LAX, past);

    assertThat(told.rows()).extracting(Affected::nextLook).containsOnlyNulls();
    assertThat(told.counts().lookedAtBeforeRightPassword()).isZero();
  }

  @Test
  void what_was_not_compared_leaves_open_whether_a_later_success_would_have_been_refused() {
    var past =
        new Past()
            .wrong(ADA, 0, 1, 900)
            .refused(ADA, 10, RefusalReason.WAITING)
            .rightAtLast(ADA, 20);

    var told = under(STRICT, past);

    assertThat(told.rows())
        .extracting(Affected::wouldBe)
        .containsExactly(Fate.LOOKED_AT, Fate.REFUSED);
    assertThat(told.rows()).extracting(Affected::certain).containsExactly(true, false);
    assertThat(told.counts().mightHaveBeenRefused()).isEqualTo(1);
  }

  @Test
  void a_locked_account_would_have_refused_for_that_reason() {
    var past =
        new Past()
            .wrong(ADA, 0, 1, 900)
            .locked(ADA, 5)
            .refused(ADA, 10, RefusalReason.WAITING)
            .unlocked(ADA, 20)
            .refused(ADA, 30, RefusalReason.WAITING);

    var told = under(LAX, past);

    assertThat(told.rows()).extracting(Affected::position).containsExactly(5L);
    assertThat(told.counts().refusedOtherwise()).isEqualTo(1);
  }

  @Test
  void a_one_time_password_that_is_used_or_too_old_would_have_been_refused_whatever_was_typed() {
    var used =
        new Past()
            .reset(ADA, 0, 5000)
            .oneTimeUsed(ADA, 10)
            .wrong(ADA, 20, 1, 900)
            .refused(ADA, 30, RefusalReason.WAITING);
    var old =
        new Past().reset(ADA, 0, 25).wrong(ADA, 20, 1, 900).refused(ADA, 30, RefusalReason.WAITING);

    assertThat(under(LAX, used).rows()).isEmpty();
    assertThat(under(LAX, old).rows()).isEmpty();
    assertThat(under(LAX, old).counts().refusedOtherwise()).isEqualTo(1);
  }

  @Test
  void a_wait_that_began_before_is_as_it_was() {
    var past = new Past().wrong(ADA, 0, 7, 900).refused(ADA, 10, RefusalReason.WAITING);

    assertThat(under(LAX, past, 2).rows()).isEmpty();
    assertThat(under(LAX, past, 1).rows()).hasSize(1);
  }
}
