package dev.annals.command.account;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ADAS;
import static dev.annals.command.decision.Samples.ALL;
import static dev.annals.command.decision.Samples.ERASED;
import static dev.annals.command.decision.Samples.FREE;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.LINKED;
import static dev.annals.command.decision.Samples.LOGIN;
import static dev.annals.command.decision.Samples.NAME;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.PASSWORD;
import static dev.annals.command.decision.Samples.REGISTERED;
import static dev.annals.command.decision.Samples.SUBJECT;
import static dev.annals.command.decision.Samples.VERIFIER;
import static dev.annals.command.decision.Samples.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountEvent.AllSessionsRevoked;
import dev.annals.account.AccountEvent.LoginChanged;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.command.account.Account.Erased;
import dev.annals.command.account.Account.Linked;
import dev.annals.command.account.Account.Profile;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.account.Account.Unknown;
import dev.annals.command.decision.Scenario;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.event.Event;
import dev.annals.federation.FederationEvent.FederatedSubjectLinked;
import dev.annals.federation.FederationEvent.FederatedSubjectUnlinked;
import dev.annals.federation.SubjectIndex;
import dev.annals.history.Facts;
import dev.annals.history.Rights;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountTest {
  private static final Profile PROFILE =
      new Profile(ADAS, LOGIN, Optional.of(sealed("name")), NOON);
  private static final Optional<Credential> CREDENTIAL =
      Optional.of(new Credential(VERIFIER, Optional.empty(), 0, Optional.empty()));

  private final Scenario<AccountId, Account> ada = Scenario.of(Accounts.STREAM, ADA);

  @Test
  void a_registered_account_is_usable_and_has_no_roles() {
    var account = new Registered(PROFILE, Rights.FIRST, CREDENTIAL, List.of());

    assertThat(ada.given(REGISTERED, PASSWORD).state()).isEqualTo(account);
    assertThat(account.isUsable()).isTrue();
  }

  @Test
  void another_login_changes_nothing_else() {
    var changed =
        ada.given(
            REGISTERED,
            PASSWORD,
            new RoleGranted(ADA, Role.ADMIN, NOON),
            new AccountLocked(ADA, NOON),
            new AccountDisabled(ADA, NOON),
            LINKED,
            new LoginChanged(ADA, ADAS, FREE, sealed("other"), LATER));

    assertThat(changed.state())
        .isEqualTo(
            new Registered(
                new Profile(FREE, sealed("other"), PROFILE.displayName(), NOON),
                new Rights(Set.of(Role.ADMIN), true, true),
                CREDENTIAL,
                List.of(new Linked(SUBJECT, NAME))));
  }

  @Test
  void subjects_are_known_in_the_order_they_were_linked_until_they_are_unlinked() {
    var other = new SubjectIndex("T".repeat(43));
    var linked =
        ada.given(REGISTERED, LINKED, new FederatedSubjectLinked(ADA, other, LOGIN, LATER));

    assertThat(subjects(linked))
        .containsExactly(new Linked(SUBJECT, NAME), new Linked(other, LOGIN));
    assertThat(subjects(linked.given(new FederatedSubjectUnlinked(ADA, SUBJECT, LATER))))
        .containsExactly(new Linked(other, LOGIN));
  }

  private static List<Linked> subjects(Scenario<AccountId, Account> scenario) {
    return ((Registered) scenario.state()).subjects();
  }

  @Test
  void a_reset_gives_a_password_to_an_account_that_has_none() {
    var reset = new PasswordReset(ADA, VERIFIER, LATER, NOON);

    assertThat(((Registered) ada.given(REGISTERED, reset).state()).credential())
        .isPresent()
        .isEqualTo(((Registered) ada.given(REGISTERED, PASSWORD, reset).state()).credential());
  }

  @Test
  void ending_sessions_leaves_the_account_as_it_is() {
    assertThat(ada.given(REGISTERED, PASSWORD, new AllSessionsRevoked(ADA, LATER)).state())
        .isEqualTo(ada.given(REGISTERED, PASSWORD).state());
  }

  @Test
  void an_account_without_a_password_gets_none_from_its_rehashing() {
    var rehashed =
        ALL.stream().filter(event -> event.getClass().getSimpleName().equals("PasswordRehashed"));

    assertThat(ada.given(REGISTERED).given(rehashed.toList()).state())
        .isEqualTo(ada.given(REGISTERED).state());
  }

  @Test
  void nothing_but_a_registration_makes_an_account() {
    var others = ALL.stream().filter(event -> !(event instanceof AccountRegistered)).toList();

    assertThat(ada.given(others).state()).isEqualTo(new Unknown());
  }

  @Test
  void nothing_that_comes_late_brings_an_erased_account_back() {
    var late = ALL.stream().filter(event -> !(event instanceof AccountRegistered)).toList();

    assertThat(ada.given(REGISTERED, PASSWORD, ERASED).given(late).state()).isEqualTo(new Erased());
  }

  @Test
  void a_decision_on_an_account_rests_on_everything_said_of_it() {
    assertThat(Accounts.STREAM.facts().apply(ADA))
        .containsExactly(new Facts("account:" + ADA, Set.<Class<? extends Event>>of()));
  }
}
