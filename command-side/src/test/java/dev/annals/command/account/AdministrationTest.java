package dev.annals.command.account;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.ADAS;
import static dev.annals.command.decision.Samples.BOB;
import static dev.annals.command.decision.Samples.BOBS;
import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.PASSWORD;
import static dev.annals.command.decision.Samples.REGISTERED;
import static dev.annals.command.decision.Samples.VERIFIER;
import static dev.annals.command.decision.Samples.registered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountEnabled;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountUnlocked;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountEvent.RoleRevoked;
import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import dev.annals.credential.CredentialEvent.PasswordSet;
import dev.annals.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AdministrationTest {
  private static final List<Event> ENDS =
      List.of(
          new RoleRevoked(BOB, Role.ADMIN, LATER),
          new AccountLocked(BOB, LATER),
          new AccountDisabled(BOB, LATER),
          new AccountErased(BOB, BOBS, LATER));

  private static Account alone(AccountId id, Event... events) {
    return Scenario.of(Accounts.STREAM, id).given(events).state();
  }

  static Stream<Arguments> menuAndEnds() {
    return Menu.ALL.stream()
        .flatMap(command -> ENDS.stream().map(end -> Arguments.of(command, end)));
  }

  static List<AccountCommand> menu() {
    return Menu.ALL;
  }

  @ParameterizedTest
  @MethodSource("menuAndEnds")
  void an_administrator_who_is_none_any_more_decides_nothing(AccountCommand command, Event end) {
    Administered.adaByBob().given(end).when(command).thenRefused(Refusal.ROLE_REQUIRED);
  }

  @ParameterizedTest
  @MethodSource("menuAndEnds")
  void nor_learns_whether_there_is_such_an_account(AccountCommand command, Event end) {
    Administered.nobodyByBob().given(end).when(command).thenRefused(Refusal.ROLE_REQUIRED);
  }

  @ParameterizedTest
  @MethodSource("menu")
  void neither_nobody_nor_any_other_role_decides(AccountCommand command) {
    var byNobody = Scenario.of(Administration.STREAM, command.target()).given(REGISTERED);

    byNobody.when(command).thenRefused(Refusal.ROLE_REQUIRED);
    byNobody
        .given(registered(BOB, BOBS), new RoleGranted(BOB, Role.AUDITOR, NOON))
        .when(command)
        .thenRefused(Refusal.ROLE_REQUIRED);
  }

  @ParameterizedTest
  @MethodSource("menu")
  void the_role_of_the_other_account_is_no_right(AccountCommand command) {
    Scenario.of(Administration.STREAM, command.target())
        .given(REGISTERED, registered(BOB, BOBS), new RoleGranted(ADA, Role.ADMIN, NOON))
        .when(command)
        .thenRefused(Refusal.ROLE_REQUIRED);
  }

  @ParameterizedTest
  @MethodSource("menu")
  void who_is_an_administrator_again_decides_again(AccountCommand command) {
    var again =
        Administered.adaByBob()
            .given(ENDS.subList(0, 3))
            .given(
                new AccountUnlocked(BOB, LATER),
                new AccountEnabled(BOB, LATER),
                new RoleGranted(BOB, Role.ADMIN, LATER));

    assertThat(again.when(command).decision()).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void each_account_is_told_by_its_own_history_alone() {
    var bobs = new PasswordSet(BOB, VERIFIER, LATER);
    var lock = new AccountLocked(ADA, LATER);
    var both =
        Administered.adaByBob()
            .given(PASSWORD, bobs, lock, new RoleGranted(ADA, Role.AUDITOR, NOON));

    assertThat(both.state())
        .isEqualTo(
            new Administration(
                new Administration.Id(ADA, BOB),
                alone(ADA, REGISTERED, PASSWORD, lock, new RoleGranted(ADA, Role.AUDITOR, NOON)),
                alone(BOB, registered(BOB, BOBS), new RoleGranted(BOB, Role.ADMIN, NOON), bobs)));
  }

  @Test
  void a_password_of_one_is_not_the_others() {
    assertThat(Administered.adaByBob().given(PASSWORD).state().administrator())
        .isInstanceOfSatisfying(
            Account.Registered.class,
            bob -> {
              assertThat(bob.credential()).isEqualTo(Optional.empty());
              assertThat(bob.profile().loginIndex()).isNotEqualTo(ADAS);
            });
  }

  @Test
  void a_decision_rests_on_everything_said_of_both() {
    assertThat(Administration.STREAM.facts().apply(new Administration.Id(ADA, BOB)))
        .containsExactly(Accounts.facts(ADA), Accounts.facts(BOB));
  }

  @Test
  void a_decision_about_oneself_rests_on_one_account() {
    var state = Administered.adaByHerself().state();

    assertThat(Administration.STREAM.facts().apply(state.id()))
        .containsExactly(Accounts.facts(ADA));
    assertThat(state.target()).isEqualTo(state.administrator());
  }
}
