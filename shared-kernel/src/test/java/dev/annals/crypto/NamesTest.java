package dev.annals.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keys are called. */
final class NamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "../key", "é", "a\n"})
  void what_is_no_key_id_is_refused(String text) {
    assertThatThrownBy(() -> new KeyId(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new KeyId("a".repeat(129)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "account", "account:", "account:1", "strangers:2026", "KEK", "kek/"})
  void what_is_no_data_key_name_is_refused(String text) {
    assertThatThrownBy(() -> new DataKeyName(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_data_key_is_an_accounts_a_months_or_the_installations() {
    DataKeyName account = DataKeyName.account(new UUID(0, 1));
    DataKeyName month = DataKeyName.strangers(Instant.parse("2026-12-01T00:00:00Z"));

    assertThat(account).hasToString("account:00000000-0000-0000-0000-000000000001");
    assertThat(month).hasToString("strangers:2026-12");
    assertThat(account.isAccount()).isTrue();
    assertThat(month.isAccount()).isFalse();
    assertThat(DataKeyName.KEK.isAccount()).isFalse();
  }

  @Test
  void a_sealed_value_shows_as_its_text() {
    assertThat(new Sealed("kek/AQ")).hasToString("kek/AQ");
  }
}
