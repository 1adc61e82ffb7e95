package dev.annals.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationTest {
  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer abc", "bearer abc", "BEARER   abc  "})
  void a_bearer_token_is_shown_as_it_is(String header) {
    assertThat(Authorization.shown(header)).contains("abc");
  }

  @Test
  void an_api_key_may_be_the_password_of_basic_authentication() {
    assertThat(Authorization.shown(basic("the-keys-id:ank_abc"))).contains("ank_abc");
    assertThat(Authorization.shown(basic(":ank_a:b"))).contains("ank_a:b");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "abc", "Bearer", "Digest abc", "Basic no base64!", "Basic YWJj"})
  void anything_else_shows_nobody(@Nullable String header) {
    assertThat(Authorization.shown(header)).isEmpty();
  }
}
