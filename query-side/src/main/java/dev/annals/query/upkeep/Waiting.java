package dev.annals.query.upkeep;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far each view has read, for those who want to see at least a certain position. */
public final class Waiting {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final Map<String, Long> positions = new HashMap<>();

  /** The last position that questions of this view see; -1 while it cannot be asked. */
  public long reached(String view) {
    lock.lock();
    try {
      return positions.getOrDefault(view, -1L);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until all of the views have read so far; false if that takes longer than allowed. */
  public boolean await(Set<String> views, long position, Duration atMost) {
    long left = atMost.toNanos();
    lock.lock();
    try {
      while (!views.stream().allMatch(view -> positions.getOrDefault(view, -1L) >= position)) {
        if (left <= 0) {
          return false;
        }
        left = moved.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** It is less than before only where the log has become less. */
  void reach(String view, long position) {
    lock.lock();
    try {
      positions.put(view, position);
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
