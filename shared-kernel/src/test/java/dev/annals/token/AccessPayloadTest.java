package dev.annals.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.crypto.KeyId;
import dev.annals.session.AccessGrant;
import dev.annals.session.SessionId;
import dev.annals.session.TokenId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessPayloadTest {
  private static final KeyId KID = new KeyId("kid");
  private static final AccessClaims CLAIMS =
      new AccessClaims(
          new AccessGrant(
              TokenId.parse("019aa7f0-0000-7000-8000-000000000003"),
              KID,
              "https://annals.example.org",
              "https://api.example.org",
              "annals",
              "profile sessions",
              List.of(Role.ADMIN, Role.AUDITOR),
              Instant.ofEpochSecond(1795262400),
              Instant.ofEpochSecond(1795263000)),
          AccountId.parse("019aa7f0-0000-7000-8000-000000000001"),
          SessionId.parse("019aa7f0-0000-7000-8000-000000000002"));

  private static String payload() {
    return new String(AccessPayload.write(CLAIMS), UTF_8);
  }

  private static Optional<AccessClaims> read(String payload) {
    return AccessPayload.read(payload.getBytes(UTF_8), KID);
  }

  @Test
  void what_was_written_is_read() {
    assertThat(read(payload())).contains(CLAIMS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "sub", "aud", "client_id", "iat", "exp", "jti", "sid", "roles"})
  void a_claim_that_is_missing_or_of_another_type_is_refused(String claim) {
    String without = payload().replace("\"" + claim + "\":", "\"other\":");
    assertThat(read(without)).isEmpty();
    for (String wrong : List.of("null", "true", "1.5", "{}", "[1]", "[null]", "[\"Ä\"]")) {
      String changed =
          payload().replaceFirst("\"" + claim + "\":(\\[.*]|[^,}]*)", "\"" + claim + "\":" + wrong);
      assertThat(read(changed)).as(changed).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"iat\":1795262400 | \"iat\":\"1795262400\"",
        "\"iat\":1795262400 | \"iat\":1795262400.0",
        "\"iat\":1795262400 | \"iat\":1e9",
        "\"iat\":1795262400 | \"iat\":99999999999999999999999",
        "\"exp\":1795263000 | \"exp\":9223372036854775807",
        "\"exp\":1795263000 | \"exp\":-9223372036854775808",
        "019aa7f0-0000-7000-8000-000000000003 | 1-1-1-1-1",
        "019aa7f0-0000-7000-8000-000000000003 | 019AA7F0-0000-7000-8000-000000000003",
        "019aa7f0-0000-7000-8000-000000000002 | not a uuid",
        "\"scope\":\"profile sessions\" | \"scope\":[\"profile\"]",
        "\"scope\":\"profile sessions\" | \"iss\":\"https://annals.example.org\"",
        "\"admin\" | \"Admin\"",
        "} | }{",
        "} | ,}",
      })
  void a_claim_that_we_would_not_write_is_refused(String ours, String theirs) {
    assertThat(payload()).contains(ours);

    assertThat(read(payload().replace(ours, theirs))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "[]", "\"text\"", "7", "{", "{}"})
  void a_payload_that_is_no_object_of_claims_is_refused(String payload) {
    assertThat(read(payload)).isEmpty();
  }

  @Test
  void a_claim_of_a_later_version_is_ignored() {
    String later = payload().replaceFirst("\\{", "{\"cnf\":{\"jkt\":\"x\"},");

    assertThat(read(later)).isEqualTo(read(payload()));
  }
}
