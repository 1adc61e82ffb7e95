package dev.annals.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.account.AccountId;
import org.junit.jupiter.api.Test;

class KeyKindTest {
  private static final AccountId ADA = AccountId.parse("0199f3a0-0000-7000-8000-000000000001");
  private static final AccountId BOB = AccountId.parse("0199f3a0-0000-7000-8000-000000000002");

  @Test
  void a_kind_is_called_the_same_everywhere() {
    assertThat(KeyKind.values())
        .extracting(KeyKind::text)
        .containsExactly("api_key", "service_token", "private_token");
    for (var kind : KeyKind.values()) {
      assertThat(KeyKind.of(kind.text())).isEqualTo(kind);
      assertThat(kind).hasToString(kind.text());
    }
    assertThatThrownBy(() -> KeyKind.of("API_KEY"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("must be api_key, service_token or private_token");
  }

  @Test
  void the_one_key_of_a_kind_has_the_same_id_for_ever() {
    assertThat(ApiKeyId.of(ADA, KeyKind.SERVICE_TOKEN))
        .hasToString("764d79b8-de78-84d5-9764-f02d1e457816");
    assertThat(ApiKeyId.of(ADA, KeyKind.PRIVATE_TOKEN))
        .hasToString("b7bb80cf-4152-86fb-a0e4-e7af643cc637");
    assertThat(ApiKeyId.of(BOB, KeyKind.PRIVATE_TOKEN))
        .isNotEqualTo(ApiKeyId.of(ADA, KeyKind.PRIVATE_TOKEN));
  }

  @Test
  void of_a_kind_that_comes_in_many_there_is_no_such_id() {
    assertThatThrownBy(() -> ApiKeyId.of(ADA, KeyKind.API_KEY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an account has many keys of the kind api_key");
  }
}
