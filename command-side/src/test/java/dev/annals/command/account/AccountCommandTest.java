package dev.annals.command.account;

import static dev.annals.command.decision.Samples.ERASED;
import static dev.annals.command.decision.Samples.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.decision.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccountCommandTest {
  private static List<AccountCommand> menu() {
    return Menu.ALL;
  }

  @ParameterizedTest
  @MethodSource("menu")
  void nothing_can_be_done_to_an_account_that_nobody_registered(AccountCommand command) {
    Administered.nobodyByBob().when(command).thenRefused(Refusal.ACCOUNT_UNKNOWN);
  }

  @ParameterizedTest
  @MethodSource("menu")
  void nothing_can_be_done_to_an_account_that_was_erased(AccountCommand command) {
    Administered.adaByBob()
        .given(PASSWORD, ERASED)
        .when(command)
        .thenRefused(Refusal.ACCOUNT_UNKNOWN);
  }

  @Test
  void the_whole_menu_is_tried_here() {
    assertThat(menu().stream().<Class<?>>map(AccountCommand::getClass))
        .containsExactlyInAnyOrder(AccountCommand.class.getPermittedSubclasses());
  }
}
