package dev.annals.command.throttle;

import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.RefusalsCounted;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps a flood of refusals out of the log without losing one: the first few are recorded, the
 * others counted. Every refusal is in exactly one of the two.
 */
public final class RefusalLedger {
  private record Source(RefusalReason reason, AddressBlock block) {}

  private final Attention attention;
  private final InstantSource clock;
  private final Map<Source, Integer> recordedBySource = new HashMap<>();
  private final Map<RefusalReason, Long> counted = new EnumMap<>(RefusalReason.class);
  private final Map<RefusalReason, RefusalsCounted> closed = new EnumMap<>(RefusalReason.class);
  private int recorded;
  private Instant windowStart;

  public RefusalLedger(Attention attention, InstantSource clock) {
    this.attention = attention;
    this.clock = clock;
    this.windowStart = startOfWindow(clock.instant());
  }

  /** Says what is to become of one refusal, and has counted it if that is the answer. */
  public Verdict record(RefusalReason reason, String address) {
    var source = new Source(reason, AddressBlock.of(address));
    Instant now = clock.instant();
    synchronized (this) {
      turnTo(now);
      return isHeard(source) ? Verdict.RECORD : counted(reason);
    }
  }

  private boolean isHeard(Source source) {
    int before = recordedBySource.getOrDefault(source, 0);
    if (recorded >= attention.overall() || before >= attention.perSource()) {
      return false;
    }
    recorded++;
    recordedBySource.put(source, before + 1);
    return true;
  }

  /** Counts a refusal that has no event of its own, however few there are. */
  public void count(RefusalReason reason) {
    Instant now = clock.instant();
    synchronized (this) {
      turnTo(now);
      var _ = counted(reason);
    }
  }

  private Verdict counted(RefusalReason reason) {
    long _ = counted.merge(reason, 1L, Long::sum);
    return Verdict.COUNT;
  }

  /**
   * What the closed windows have counted, one event a reason; the next call starts from nothing.
   */
  public synchronized List<RefusalsCounted> drain(Instant now) {
    turnTo(now);
    var events = List.copyOf(closed.values());
    closed.clear();
    return events;
  }

  /** The same with the open window as it stands: the last thing before the process ends. */
  public synchronized List<RefusalsCounted> drainAll(Instant now) {
    turnTo(now);
    close(now.isBefore(windowStart) ? windowStart : now.truncatedTo(ChronoUnit.MICROS));
    return drain(now);
  }

  /** Takes back what was drained but could not be appended. */
  public synchronized void restore(List<RefusalsCounted> events) {
    events.forEach(this::keep);
  }

  /** A clock that was set back does not reopen a window. */
  private void turnTo(Instant now) {
    Instant start = startOfWindow(now);
    if (start.isAfter(windowStart)) {
      close(windowStart.plus(attention.window()));
      recordedBySource.clear();
      recorded = 0;
      windowStart = start;
    }
  }

  private void close(Instant end) {
    counted.forEach((reason, count) -> keep(new RefusalsCounted(reason, count, windowStart, end)));
    counted.clear();
  }

  private void keep(RefusalsCounted event) {
    closed.merge(event.reason(), event, RefusalLedger::together);
  }

  private static RefusalsCounted together(RefusalsCounted one, RefusalsCounted other) {
    return new RefusalsCounted(
        one.reason(),
        one.count() + other.count(),
        one.from().isBefore(other.from()) ? one.from() : other.from(),
        one.at().isAfter(other.at()) ? one.at() : other.at());
  }

  private Instant startOfWindow(Instant now) {
    long seconds = attention.window().toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
  }
}
