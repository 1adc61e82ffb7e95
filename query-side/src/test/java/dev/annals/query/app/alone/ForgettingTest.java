package dev.annals.query.app.alone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.catalogue.EventCodec;
import dev.annals.crypto.KeyEncryptionKey;
import dev.annals.crypto.MemoryDataKeys;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.Sealing;
import dev.annals.store.Append;
import dev.annals.store.NewEvent;
import dev.annals.store.memory.MemoryLog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ForgettingTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final AccountId ADA = new AccountId(new UUID(1, 1));
  private static final AccountId BOB = new AccountId(new UUID(2, 2));

  private final MemoryDataKeys kept = new MemoryDataKeys();
  private final Sealing sealing = new Sealing(KeyEncryptionKey.generate(), kept);
  private final MemoryLog log = new MemoryLog();

  @Test
  void a_key_that_was_deleted_elsewhere_goes_from_memory_when_the_log_says_so() {
    try (var _ = new Forgetting(log, sealing)) {
      var adas = sealed(ADA);
      var bobs = sealed(BOB);
      kept.forget(ADA.dataKey());
      kept.forget(BOB.dataKey());
      assertThat(sealing.open(adas, "name")).as("from memory").contains("secret");

      erased(ADA);

      assertThat(sealing.open(adas, "name")).isEmpty();
      assertThat(sealing.open(bobs, "name")).contains("secret");
    }
  }

  @Test
  void once_closed_it_listens_no_more() {
    new Forgetting(log, sealing).close();
    var adas = sealed(ADA);
    kept.forget(ADA.dataKey());

    erased(ADA);

    assertThat(sealing.open(adas, "name")).contains("secret");
  }

  private Sealed sealed(AccountId account) {
    sealing.create(account.dataKey());
    return sealing.seal(account.dataKey(), "name", "secret");
  }

  private void erased(AccountId account) {
    var event = new AccountErased(account, new LoginIndex("A".repeat(43)), NOON);
    var payload = new EventCodec().encode(event);
    var metadata = "{}".getBytes(StandardCharsets.UTF_8);
    var tags = List.of("account:" + account, "erased:accounts");
    var _ =
        log.append(
                Append.of(
                    new NewEvent(
                        UUID.randomUUID(), NOON, "account.erased", "1", tags, metadata, payload)))
            .join();
  }
}
