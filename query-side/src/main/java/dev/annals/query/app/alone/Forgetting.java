package dev.annals.query.app.alone;

import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.catalogue.EventCodec;
import dev.annals.crypto.DataKeyName;
import dev.annals.crypto.Sealing;
import dev.annals.store.Criteria;
import dev.annals.store.LogReading;
import dev.annals.store.LogUnavailable;
import dev.annals.store.Subscription;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drops an erased person's data key from memory; the command side deletes where it is kept. */
final class Forgetting implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);
  private static final Criteria ERASED = Criteria.tag("erased:accounts");

  private static final Duration DELETED = Duration.ofSeconds(10);

  private final LogReading log;
  private final Sealing sealing;
  private final EventCodec codec = new EventCodec();
  private final Subscription subscription;
  private long seen;

  /** What was erased before this process began cannot be in its memory. */
  Forgetting(LogReading log, Sealing sealing) {
    this.log = log;
    this.sealing = sealing;
    this.seen = log.head();
    this.subscription = log.onAdvance(_ -> catchUp());
  }

  private synchronized void catchUp() {
    try {
      var erased = log.source(ERASED, seen);
      for (var stored : erased.events()) {
        var event = codec.decode(stored.name(), stored.version(), stored.payload());
        evict(((AccountErased) event).account().dataKey());
      }
      seen = erased.upTo();
    } catch (LogUnavailable e) {
      LOG.warn("Erasures are looked at again when the log is back: {}", e.getMessage());
    }
  }

  /** At once; and again when the command side has deleted the key, which it does afterwards. */
  private void evict(DataKeyName name) {
    sealing.evict(name);
    CompletableFuture.delayedExecutor(DELETED.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> sealing.evict(name));
  }

  @Override
  public void close() {
    subscription.close();
  }
}
