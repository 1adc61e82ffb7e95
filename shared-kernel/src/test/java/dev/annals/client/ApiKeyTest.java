package dev.annals.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountId;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRevoked;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.crypto.SecretHash;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApiKeyTest {
  private static final ApiKeyId KEY = new ApiKeyId(new UUID(0, 1));
  private static final AccountId ADA = new AccountId(new UUID(0, 2));
  private static final SecretHash FIRST = new SecretHash("A".repeat(43));
  private static final SecretHash SECOND = new SecretHash("B".repeat(43));
  private static final SecretHash THIRD = new SecretHash("C".repeat(43));
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final ApiKeyIssued ISSUED =
      new ApiKeyIssued(KEY, ADA, "billing", FIRST, Optional.empty(), NOON);

  @Test
  void an_issued_key_is_good_for_ever_unless_it_expires() {
    assertThat(after(ISSUED).accepts(FIRST, NOON.plusSeconds(1_000_000_000))).isTrue();
    assertThat(after(ISSUED).accepts(SECOND, NOON)).isFalse();

    var oneDay =
        new ApiKeyIssued(KEY, ADA, "billing", FIRST, Optional.of(NOON.plusSeconds(86_400)), NOON);
    assertThat(after(oneDay).accepts(FIRST, NOON.plusSeconds(86_399))).isTrue();
    assertThat(after(oneDay).accepts(FIRST, NOON.plusSeconds(86_400))).isFalse();
  }

  @Test
  void a_rotated_key_accepts_its_previous_secret_for_the_grace_that_was_stated() {
    var key = after(ISSUED, new ApiKeyRotated(KEY, SECOND, NOON.plusSeconds(60), NOON));

    assertThat(key.accepts(SECOND, NOON)).isTrue();
    assertThat(key.accepts(FIRST, NOON.plusSeconds(59))).isTrue();
    assertThat(key.accepts(FIRST, NOON.plusSeconds(60))).isFalse();
  }

  @Test
  void only_the_latest_previous_secret_has_grace() {
    var key =
        after(
            ISSUED,
            new ApiKeyRotated(KEY, SECOND, NOON.plusSeconds(60), NOON),
            new ApiKeyRotated(KEY, THIRD, NOON.plusSeconds(60), NOON));

    assertThat(key.accepts(FIRST, NOON)).isFalse();
    assertThat(key.accepts(SECOND, NOON)).isTrue();
    assertThat(key.accepts(THIRD, NOON)).isTrue();
  }

  @Test
  void a_revoked_key_accepts_nothing_and_does_not_come_back() {
    var key =
        after(
            ISSUED,
            new ApiKeyRotated(KEY, SECOND, NOON.plusSeconds(60), NOON),
            new ApiKeyRevoked(KEY, NOON),
            new ApiKeyRotated(KEY, THIRD, NOON.plusSeconds(60), NOON));

    assertThat(key.accepts(FIRST, NOON)).isFalse();
    assertThat(key.accepts(SECOND, NOON)).isFalse();
    assertThat(key.accepts(THIRD, NOON)).isFalse();
  }

  @Test
  void a_key_nobody_issued_accepts_nothing() {
    assertThat(after().accepts(FIRST, NOON)).isFalse();
    assertThat(after(new ApiKeyRevoked(KEY, NOON)).accepts(FIRST, NOON)).isFalse();
  }

  private static ApiKey after(ApiKeyEvent... history) {
    ApiKey key = new ApiKey.Unknown();
    for (var event : history) {
      key = ApiKey.evolve(key, event);
    }
    return key;
  }
}
