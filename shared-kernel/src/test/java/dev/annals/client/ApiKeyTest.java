package dev.annals.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountId;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRevoked;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.crypto.SecretHash;
import java.time.Instant;
import java.util.List;
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
      new ApiKeyIssued(KEY, ADA, KeyKind.API_KEY, "billing", FIRST, Optional.empty(), NOON);

  @Test
  void an_issued_key_is_good_for_ever_unless_it_expires() {
    assertThat(after(ISSUED).accepts(FIRST, NOON.plusSeconds(1_000_000_000))).isTrue();
    assertThat(after(ISSUED).accepts(SECOND, NOON)).isFalse();

    var oneDay =
        new ApiKeyIssued(
            KEY,
            ADA,
            KeyKind.API_KEY,
            "billing",
            FIRST,
            Optional.of(NOON.plusSeconds(86_400)),
            NOON);
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
  void rotating_again_leaves_the_first_secret_the_grace_it_was_promised() {
    var key =
        after(
            ISSUED,
            new ApiKeyRotated(KEY, SECOND, NOON.plusSeconds(60), NOON),
            new ApiKeyRotated(KEY, THIRD, NOON.plusSeconds(40), NOON.plusSeconds(10)));

    assertThat(key.accepts(FIRST, NOON.plusSeconds(59))).isTrue();
    assertThat(key.accepts(FIRST, NOON.plusSeconds(60))).isFalse();
    assertThat(key.accepts(SECOND, NOON.plusSeconds(39))).isTrue();
    assertThat(key.accepts(SECOND, NOON.plusSeconds(40))).isFalse();
    assertThat(key.accepts(THIRD, NOON.plusSeconds(60))).isTrue();
  }

  @Test
  void rotating_without_grace_leaves_no_secret_but_the_new_one() {
    var key =
        after(
            ISSUED,
            new ApiKeyRotated(KEY, SECOND, NOON.plusSeconds(60), NOON),
            new ApiKeyRotated(KEY, THIRD, NOON, NOON));

    assertThat(key.accepts(FIRST, NOON)).isFalse();
    assertThat(key.accepts(SECOND, NOON)).isFalse();
    assertThat(key.accepts(THIRD, NOON)).isTrue();
    assertThat(((ApiKey.Usable) key).previous()).isEmpty();
  }

  @Test
  void of_previous_secrets_those_that_are_good_are_kept_and_no_more_than_the_newest_sixteen() {
    var key = after(ISSUED, rotated(0));
    for (int i = 1; i <= 16; i++) {
      assertThat(((ApiKey.Usable) key).previous()).hasSize(i);
      key = ApiKey.evolve(key, rotated(i));
    }

    assertThat(((ApiKey.Usable) key).previous()).hasSize(16);
    assertThat(key.accepts(FIRST, NOON)).isFalse();
    assertThat(key.accepts(numbered(0), NOON)).isTrue();

    var later = NOON.plusSeconds(60);
    var then = ApiKey.evolve(key, new ApiKeyRotated(KEY, THIRD, later.plusSeconds(60), later));
    assertThat(((ApiKey.Usable) then).previous()).hasSize(1);
  }

  private static ApiKeyRotated rotated(int number) {
    return new ApiKeyRotated(KEY, numbered(number), NOON.plusSeconds(60), NOON);
  }

  private static SecretHash numbered(int number) {
    return new SecretHash(Character.toString('a' + number).repeat(43));
  }

  @Test
  void issued_again_it_begins_anew() {
    var again =
        new ApiKeyIssued(
            KEY, ADA, KeyKind.SERVICE_TOKEN, "other", THIRD, Optional.empty(), NOON.plusSeconds(1));
    var rotated = new ApiKeyRotated(KEY, SECOND, NOON.plusSeconds(60), NOON);

    for (var key :
        List.of(
            after(ISSUED, rotated, again),
            after(ISSUED, new ApiKeyRevoked(KEY, NOON), again),
            after(again))) {
      assertThat(key.accepts(THIRD, NOON)).isTrue();
      assertThat(key.accepts(FIRST, NOON)).isFalse();
      assertThat(key.accepts(SECOND, NOON)).isFalse();
      assertThat(key)
          .isEqualTo(
              new ApiKey.Usable(
                  KEY,
                  ADA,
                  KeyKind.SERVICE_TOKEN,
                  "other",
                  THIRD,
                  List.of(),
                  Optional.empty(),
                  NOON.plusSeconds(1)));
    }
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
