package dev.annals.query.app.alone;

import dev.annals.crypto.DataKeyName;
import dev.annals.crypto.Sealing;
import dev.annals.store.LogReading;
import dev.annals.store.keys.Erasures;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Drops an erased person's data key from memory; the command side deletes where it is kept. */
final class Forgetting implements AutoCloseable {
  private static final Duration DELETED = Duration.ofSeconds(10);

  private final Sealing sealing;
  private final Erasures erasures;

  /** What was erased before this process began cannot be in its memory. */
  Forgetting(LogReading log, Sealing sealing) {
    this.sealing = sealing;
    this.erasures = new Erasures(log, log.head(), this::evict);
  }

  /** At once; and again when the command side has deleted the key, which it does afterwards. */
  private void evict(DataKeyName name) {
    sealing.evict(name);
    CompletableFuture.delayedExecutor(DELETED.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> sealing.evict(name));
  }

  @Override
  public void close() {
    erasures.close();
  }
}
