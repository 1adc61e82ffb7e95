package dev.annals.query.feed;

import dev.annals.store.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * Makes the one order of the log again out of partitions that know only their own. Positions have
 * no gaps, so what comes next is known, and so is that it is missing.
 */
final class Reordering {
  /** An event, and where in the topic it was. */
  record Arrived(StoredEvent event, int partition, long offset) {}

  private static final long LARGEST_TAKE = 4 << 20;
  private final Map<Long, Arrived> early = new HashMap<>();
  private final Map<Integer, TreeSet<Long>> offsets = new HashMap<>();
  private long head;
  private long bytes;

  Reordering(long head) {
    this.head = head;
  }

  /** The last position handed out. */
  long head() {
    return head;
  }

  /** Keeps what is not known yet; answers false for what was handed out before. */
  boolean add(Arrived arrived) {
    var event = arrived.event();
    if (event.position() <= head) {
      return false;
    }
    var known = early.putIfAbsent(event.position(), arrived);
    if (known == null) {
      bytes += weight(event);
      offsets.computeIfAbsent(arrived.partition(), _ -> new TreeSet<>()).add(arrived.offset());
    } else if (!known.event().isSameAs(event)) {
      throw new Contradiction(arrived);
    }
    return true;
  }

  /** What comes next, without a gap; more is left for the next time. */
  List<StoredEvent> take(int most) {
    var next = new ArrayList<StoredEvent>();
    long taken = 0;
    while (next.size() < most && taken < LARGEST_TAKE) {
      var arrived = early.remove(head + 1);
      if (arrived == null) {
        return next;
      }
      head++;
      taken += weight(arrived.event());
      release(arrived);
      next.add(arrived.event());
    }
    return next;
  }

  private void release(Arrived arrived) {
    bytes -= weight(arrived.event());
    var waiting = offsets.get(arrived.partition());
    if (waiting != null && waiting.remove(arrived.offset()) && waiting.isEmpty()) {
      offsets.remove(arrived.partition());
    }
  }

  /** Whether events of a partition wait for those of others. */
  boolean isAhead(int partition) {
    return offsets.containsKey(partition);
  }

  /** From where a partition must be read again to see again what waits. */
  OptionalLong firstWaiting(int partition) {
    var waiting = offsets.get(partition);
    return waiting == null ? OptionalLong.empty() : OptionalLong.of(waiting.first());
  }

  int waiting() {
    return early.size();
  }

  /** The first position that is there though an earlier one is not; 0 if none waits. */
  long firstEarly() {
    return early.keySet().stream().mapToLong(Long::longValue).min().orElse(0);
  }

  /** Roughly the memory of what waits. */
  long bytes() {
    return bytes;
  }

  private static long weight(StoredEvent event) {
    return 512L + event.payload().length + event.metadata().length;
  }
}
