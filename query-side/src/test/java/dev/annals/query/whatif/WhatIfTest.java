package dev.annals.query.whatif;

import static dev.annals.query.whatif.Past.ADA;
import static dev.annals.query.whatif.Past.BOB;
import static dev.annals.query.whatif.Past.at;
import static dev.annals.query.whatif.Told.STRICT;
import static dev.annals.query.whatif.Told.under;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.LoginIndex;
import dev.annals.query.whatif.Affected.Fate;
import dev.annals.query.whatif.Affected.Was;
import dev.annals.session.RefusalReason;
import org.junit.jupiter.api.Test;

class WhatIfTest {
  @Test
  void a_success_while_the_other_policy_has_the_account_waiting_would_have_been_refused() {
    var past = new Past().wrong(ADA, 0, 1).wrong(ADA, 1, 2).rightAtLast(ADA, 30);

    var told = under(STRICT, past);

    assertThat(told.rows()).hasSize(1);
    var row = told.rows().getFirst();
    assertThat(row.position()).isEqualTo(4);
    assertThat(row.was()).isEqualTo(Was.SIGNED_IN);
    assertThat(row.wouldBe()).isEqualTo(Fate.REFUSED);
    assertThat(row.certain()).isTrue();
    assertThat(row.waitUntil()).isEqualTo(at(61));
    assertThat(row.session()).isNotNull();
    assertThat(told.counts().wouldHaveBeenRefused()).isEqualTo(1);
    assertThat(told.counts().wrongPasswords()).isEqualTo(2);
  }

  @Test
  void the_moment_the_wait_is_over_is_no_part_of_it() {
    var past = new Past().wrong(ADA, 0, 1).wrong(ADA, 1, 2).rightAtLast(ADA, 61);

    assertThat(under(STRICT, past).rows()).isEmpty();
  }

  @Test
  void other_accounts_and_federated_sign_ins_do_not_wait() {
    var past = new Past().wrong(ADA, 0, 1).wrong(ADA, 1, 2).right(BOB, 2).federated(ADA, 3);

    assertThat(under(STRICT, past).rows()).isEmpty();
  }

  @Test
  void who_would_have_been_refused_goes_on_waiting_and_is_not_forgiven() {
    var past = new Past().wrong(ADA, 0, 1).wrong(ADA, 1, 2).rightAtLast(ADA, 30).right(ADA, 40);

    assertThat(under(STRICT, past).rows()).extracting(Affected::position).containsExactly(4L, 5L);
  }

  @Test
  void wrong_passwords_in_a_wait_would_not_have_been_looked_at_and_do_not_count() {
    var past =
        new Past()
            .wrong(ADA, 0, 1)
            .wrong(ADA, 1, 2)
            .wrong(ADA, 2, 3)
            .wrong(ADA, 3, 4)
            .rightAtLast(ADA, 62);

    var told = under(STRICT, past);

    assertThat(told.rows()).isEmpty();
    assertThat(told.counts().wrongPasswordsNotLookedAt()).isEqualTo(2);
  }

  @Test
  void a_right_password_that_another_rule_refused_forgives_nothing() {
    var past =
        new Past()
            .wrong(ADA, 0, 1)
            .refused(ADA, 1, RefusalReason.WRONG_PRIVATE_TOKEN)
            .wrong(ADA, 2, 2)
            .rightAtLast(ADA, 3);

    assertThat(under(STRICT, past).counts().wouldHaveBeenRefused()).isEqualTo(1);
  }

  @Test
  void a_change_of_password_is_an_attempt_as_well() {
    var past = new Past().wrong(ADA, 0, 1).wrong(ADA, 1, 2).changed(ADA, 30);

    assertThat(under(STRICT, past).rows())
        .singleElement()
        .extracting(Affected::was)
        .isEqualTo(Was.PASSWORD_CHANGED);
  }

  @Test
  void wrong_passwords_from_before_count_on() {
    var past = new Past().wrong(ADA, 0, 1).wrong(ADA, 1, 2).rightAtLast(ADA, 30);

    assertThat(under(STRICT, past, 2).counts().wouldHaveBeenRefused()).isEqualTo(1);
    assertThat(under(STRICT, past, 2).counts().wrongPasswords()).isEqualTo(1);
    assertThat(under(STRICT, past, 3).counts().wouldHaveBeenRefused()).isZero();
  }

  @Test
  void refusals_without_an_account_are_told_as_a_number() {
    var past =
        new Past()
            .counted(RefusalReason.WAITING, 40, 60)
            .counted(RefusalReason.WAITING, 2, 120)
            .counted(RefusalReason.THROTTLED, 5, 120);

    assertThat(under(STRICT, past).found().countedOnly())
        .containsEntry(RefusalReason.WAITING, 42L)
        .containsEntry(RefusalReason.THROTTLED, 5L);
    assertThat(under(STRICT, past, 3).found().countedOnly()).hasSize(1);
  }

  @Test
  void accounts_of_which_there_is_nothing_to_remember_are_not_remembered() {
    var past =
        new Past()
            .wrong(ADA, 0, 1)
            .rightAtLast(ADA, 1)
            .wrong(BOB, 2, 1)
            .add(new AccountErased(BOB, new LoginIndex("A".repeat(43)), at(3)));

    assertThat(under(STRICT, past).found().remembered()).isZero();
  }

  @Test
  void affected_attempts_come_in_pages_while_all_are_counted() {
    var past = new Past().wrong(ADA, 0, 1).wrong(ADA, 1, 2);
    for (int i = 2; i < 12; i++) {
      past.right(ADA, i);
    }
    var first = new Page(0, 4);
    var found = new WhatIf(STRICT, 1, first);
    past.events().forEach(found::add);
    var last = new Page(10, 4);
    past.events().forEach(new WhatIf(STRICT, 1, last)::add);

    assertThat(found.counts().wouldHaveBeenRefused()).isEqualTo(10);
    assertThat(first.rows()).extracting(Affected::position).containsExactly(3L, 4L, 5L, 6L);
    assertThat(first.next()).contains(6L);
    assertThat(last.rows()).extracting(Affected::position).containsExactly(11L, 12L);
    assertThat(last.next()).isEmpty();
  }
}
