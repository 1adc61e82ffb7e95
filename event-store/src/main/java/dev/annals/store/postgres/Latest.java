package dev.annals.store.postgres;

/** A number that only grows, and can be waited for. */
final class Latest {
  private long value;
  private boolean closed;

  synchronized void raise(long to) {
    if (to > value) {
      value = to;
      notifyAll();
    }
  }

  synchronized long value() {
    return value;
  }

  /** Waits until the number is greater; answers false once closed. */
  synchronized boolean awaitBeyond(long known) {
    while (!closed && value <= known) {
      try {
        wait();
      } catch (InterruptedException _) {
        return false;
      }
    }
    return !closed;
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
