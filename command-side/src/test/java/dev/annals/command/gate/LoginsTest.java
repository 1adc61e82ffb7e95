package dev.annals.command.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.Login;
import dev.annals.command.axon.EveryStream;
import dev.annals.crypto.InstallationSecret;
import dev.annals.store.memory.MemoryLog;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoginsTest {
  private final Logins logins =
      new Logins(
          InstallationSecret.generate().blindIndex(), EveryStream.on(new MemoryLog()).histories());

  @Test
  void a_login_is_the_same_however_it_is_typed() {
    assertThat(logins.index(" Ada".strip())).isEqualTo(logins.index(new Login("ada")));
  }

  @Test
  void what_can_be_no_login_leads_to_nobody_and_breaks_nothing() {
    for (var typed : List.of("", " ", "a b", "\ud800", "a\u0000", "x".repeat(300), "d800")) {
      assertThat(logins.index(typed)).isNotEqualTo(logins.index(new Login("ada")));
    }
    assertThat(logins.index("\ud800"))
        .isNotEqualTo(logins.index("d800"))
        .isNotEqualTo(logins.index("\ud801"));
  }
}
