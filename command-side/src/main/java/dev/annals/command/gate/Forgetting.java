package dev.annals.command.gate;

import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.catalogue.EventCodec;
import dev.annals.crypto.Sealing;
import dev.annals.store.Criteria;
import dev.annals.store.EventLog;
import dev.annals.store.LogUnavailable;
import dev.annals.store.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that an erased person's data key is gone: on every process from memory, and from where
 * it is kept even if the process that recorded the erasure died before it could delete it.
 */
public final class Forgetting implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);
  private static final Criteria ERASED = Criteria.tag("erased:accounts");

  private final EventLog log;
  private final Sealing sealing;
  private final EventCodec codec = new EventCodec();
  private final Subscription subscription;
  private long seen;

  public Forgetting(EventLog log, Sealing sealing) {
    this.log = log;
    this.sealing = sealing;
    this.subscription = log.onAdvance(_ -> catchUp());
    catchUp();
  }

  private synchronized void catchUp() {
    try {
      var erased = log.source(ERASED, seen);
      for (var stored : erased.events()) {
        var event = codec.decode(stored.name(), stored.version(), stored.payload());
        sealing.forget(((AccountErased) event).account().dataKey());
      }
      seen = erased.upTo();
    } catch (LogUnavailable e) {
      LOG.warn("erasures are looked at again when the log is back: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    subscription.close();
  }
}
