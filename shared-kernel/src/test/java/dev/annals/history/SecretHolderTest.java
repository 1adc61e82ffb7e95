package dev.annals.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountId;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRevoked;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.crypto.SecretHash;
import dev.annals.event.Event;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretHolderTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final SecretHash FIRST = SecretHash.of("first");
  private static final SecretHash SECOND = SecretHash.of("second");
  private static final AccountId ADA = new AccountId(new UUID(1, 1));
  private static final AccountId BOB = new AccountId(new UUID(1, 2));
  private static final ApiKeyId HERS = ApiKeyId.of(ADA, KeyKind.PRIVATE_TOKEN);
  private static final ApiKeyId HIS = ApiKeyId.of(BOB, KeyKind.PRIVATE_TOKEN);

  private static ApiKeyIssued issued(ApiKeyId key, SecretHash secret) {
    var account = key.equals(HERS) ? ADA : BOB;
    return new ApiKeyIssued(
        key, account, KeyKind.PRIVATE_TOKEN, "loyalty", secret, Optional.empty(), NOON);
  }

  private static ApiKeyRotated rotated(SecretHash secret) {
    return new ApiKeyRotated(HERS, secret, NOON.plusSeconds(60), NOON);
  }

  private static Optional<ApiKeyId> holder(Event... events) {
    return Past.told(SecretHolder.STREAM, FIRST, events).key();
  }

  @Test
  void a_secret_leads_to_the_key_that_it_was_issued_or_rotated_to() {
    assertThat(holder(issued(HERS, FIRST))).contains(HERS);
    assertThat(holder(rotated(FIRST))).contains(HERS);
  }

  @Test
  void and_goes_on_doing_so_when_it_is_over() {
    assertThat(holder(issued(HERS, FIRST), new ApiKeyRevoked(HERS, NOON))).contains(HERS);
    assertThat(holder(issued(HERS, FIRST), rotated(SECOND))).contains(HERS);
  }

  @Test
  void the_first_key_keeps_it() {
    assertThat(holder(issued(HIS, FIRST), issued(HERS, FIRST))).contains(HIS);
    assertThat(holder(issued(HIS, FIRST), rotated(FIRST))).contains(HIS);
  }

  @Test
  void other_secrets_lead_elsewhere_or_nowhere() {
    assertThat(holder()).isEmpty();
    assertThat(holder(issued(HERS, SECOND))).isEmpty();
    assertThat(holder(rotated(SECOND))).isEmpty();
  }

  @Test
  void it_is_known_by_what_gave_the_secret_to_a_key() {
    assertThat(SecretHolder.STREAM.facts().apply(FIRST))
        .containsExactly(Facts.tagged("secret:" + FIRST));
  }
}
