package dev.annals.store.postgres;

import dev.annals.store.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls those back who want to know that the log has grown; many commits may make one call. */
final class Advances implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Advances.class);
  private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
  private final Latest latest = new Latest();
  private final Thread thread;

  Advances(String threads) {
    thread = Thread.ofPlatform().name(threads + "-advances").daemon().start(this::run);
  }

  void reached(long head) {
    latest.raise(head);
  }

  Subscription add(LongConsumer listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void run() {
    long told = 0;
    while (latest.awaitBeyond(told)) {
      told = latest.value();
      for (var listener : listeners) {
        tell(listener, told);
      }
    }
  }

  private static void tell(LongConsumer listener, long head) {
    try {
      listener.accept(head);
    } catch (RuntimeException e) {
      LOG.error("A listener of the log failed at position {}", head, e);
    }
  }

  @Override
  public void close() {
    latest.close();
    thread.interrupt();
    Farewell.to(thread);
  }
}
