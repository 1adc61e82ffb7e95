package dev.annals.store.keys;

import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.catalogue.EventCodec;
import dev.annals.crypto.DataKeyName;
import dev.annals.store.Criteria;
import dev.annals.store.LogReading;
import dev.annals.store.LogUnavailable;
import dev.annals.store.Subscription;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the log for people who are erased: their data keys are to be forgotten everywhere. */
public final class Erasures implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
  private static final Criteria ERASED = Criteria.tag("erased:accounts");

  private final LogReading log;
  private final Consumer<DataKeyName> forget;
  private final EventCodec codec = new EventCodec();
  private final Subscription subscription;
  private long seen;

  /**
   * Looks at once, and whenever the log advances.
   *
   * @param after the position that has been seen before
   * @param forget told of each person's key; more than once if it fails
   */
  public Erasures(LogReading log, long after, Consumer<DataKeyName> forget) {
    this.log = log;
    this.seen = after;
    this.forget = forget;
    this.subscription = log.onAdvance(_ -> catchUp());
    catchUp();
  }

  private synchronized void catchUp() {
    try {
      var erased = log.source(ERASED, seen);
      for (var stored : erased.events()) {
        var event = codec.decode(stored.name(), stored.version(), stored.payload());
        forget.accept(((AccountErased) event).account().dataKey());
      }
      seen = erased.upTo();
    } catch (LogUnavailable e) {
      LOG.warn("Erasures are looked at again when the log is back: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    subscription.close();
  }
}
