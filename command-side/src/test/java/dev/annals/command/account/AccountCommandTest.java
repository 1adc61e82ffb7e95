package dev.annals.command.account;

import static dev.annals.command.decision.Samples.ADA;
import static dev.annals.command.decision.Samples.BOB;
import static dev.annals.command.decision.Samples.ERASED;
import static dev.annals.command.decision.Samples.NOON;
import static dev.annals.command.decision.Samples.PASSWORD;
import static dev.annals.command.decision.Samples.REGISTERED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.Role;
import dev.annals.command.decision.Refusal;
import dev.annals.command.decision.Scenario;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccountCommandTest {
  private static Stream<AccountCommand> menu() {
    return Stream.of(
        new GrantRole(ADA, Role.AUDITOR, NOON),
        new RevokeRole(ADA, Role.AUDITOR, BOB, NOON),
        new LockAccount(ADA, BOB, NOON),
        new UnlockAccount(ADA, NOON),
        new DisableAccount(ADA, BOB, NOON),
        new EnableAccount(ADA, NOON),
        new EraseAccount(ADA, BOB, NOON),
        new RevokeAllSessions(ADA, NOON));
  }

  @ParameterizedTest
  @MethodSource("menu")
  void nothing_can_be_done_to_an_account_that_nobody_registered(AccountCommand command) {
    Scenario.of(Accounts.STREAM, ADA).when(command).thenRefused(Refusal.ACCOUNT_UNKNOWN);
  }

  @ParameterizedTest
  @MethodSource("menu")
  void nothing_can_be_done_to_an_account_that_was_erased(AccountCommand command) {
    Scenario.of(Accounts.STREAM, ADA)
        .given(REGISTERED, PASSWORD, ERASED)
        .when(command)
        .thenRefused(Refusal.ACCOUNT_UNKNOWN);
  }

  @Test
  void the_whole_menu_is_tried_here() {
    assertThat(menu().<Class<?>>map(AccountCommand::getClass))
        .containsExactlyInAnyOrder(AccountCommand.class.getPermittedSubclasses());
  }
}
