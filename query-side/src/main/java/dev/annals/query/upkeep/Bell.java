package dev.annals.query.upkeep;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes the one who rests: for news of the log, or for something that cannot wait. */
final class Bell {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private boolean news;
  private boolean urgent;

  void news() {
    ring(false);
  }

  void urgent() {
    ring(true);
  }

  private void ring(boolean cannotWait) {
    lock.lock();
    try {
      news = true;
      urgent |= cannotWait;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns after a while, or as soon as it rings; also if it has since the last rest. */
  void rest(Duration atMost, boolean forNews) throws InterruptedException {
    long left = atMost.toNanos();
    lock.lock();
    try {
      while (left > 0 && !urgent && !(forNews && news)) {
        left = rung.awaitNanos(left);
      }
      news = false;
      urgent = false;
    } finally {
      lock.unlock();
    }
  }
}
