package dev.annals.store.postgres;

import dev.annals.store.Criteria;
import dev.annals.store.Criterion;
import dev.annals.store.sql.Fact;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What was stored lately, in memory: whether anything matching happened since a position is
 * answered without a query. Any thread may ask; events are added in the order of positions.
 */
final class RecentWindow {
  enum Answer {
    NOTHING,
    SOMETHING,
    /** The question reaches behind the window. */
    TOO_OLD
  }

  /**
   * How far a log is known.
   *
   * @param id of the event there, once that is known
   */
  record End(long position, @Nullable UUID id) {
    boolean isAt(Fact fact) {
      return fact.position() == position && (id == null || id.equals(fact.id()));
    }
  }

  /** An event of the window, and for each of its tags where the same tag occurred before. */
  private static final class Slot {
    private final Fact fact;
    private final long[] previous;

    Slot(Fact fact, long[] previous) {
      this.fact = fact;
      this.previous = previous;
    }

    Fact fact() {
      return fact;
    }

    boolean matches(Criterion criterion) {
      return criterion.matches(fact.name(), fact.tags());
    }

    long before(String tag) {
      return previous[fact.tags().indexOf(tag)];
    }
  }

  private final AtomicReferenceArray<@Nullable Slot> slots;
  private final ConcurrentMap<String, Long> lastByTag = new ConcurrentHashMap<>();

  /** Written before anything is forgotten, and read after anything was looked up. */
  private volatile long first;

  /** Written after everything is added, and read before anything is looked up. */
  private volatile End end;

  RecentWindow(int capacity, long head) {
    this.slots = new AtomicReferenceArray<>(capacity);
    this.end = new End(head, null);
    this.first = head + 1;
  }

  long head() {
    return end.position();
  }

  End end() {
    return end;
  }

  /** What is known to be at the end, where only the position was. */
  synchronized void know(Fact last) {
    if (end.isAt(last)) {
      end = new End(last.position(), last.id());
    }
  }

  /** Adds what it does not have yet; several threads may bring the same events. */
  synchronized void add(List<Fact> facts) {
    var last = end;
    for (Fact fact : facts) {
      if (fact.position() <= last.position()) {
        continue;
      }
      if (fact.position() != last.position() + 1) {
        throw new IllegalStateException(
            "position %d after %d".formatted(fact.position(), last.position()));
      }
      put(fact);
      last = new End(fact.position(), fact.id());
    }
    end = last;
  }

  /** Forgets everything; used when so much happened elsewhere that reading it would take longer. */
  synchronized void restart(long newHead) {
    if (newHead > head()) {
      first = newHead + 1;
      for (int i = 0; i < slots.length(); i++) {
        slots.set(i, null);
      }
      lastByTag.clear();
      end = new End(newHead, null);
    }
  }

  private void put(Fact fact) {
    forget(fact.position() - slots.length());
    var tags = fact.tags();
    var previous = new long[tags.size()];
    for (int i = 0; i < previous.length; i++) {
      Long last = lastByTag.get(tags.get(i));
      previous[i] = last == null ? 0 : last;
    }
    slots.set(index(fact.position()), new Slot(fact, previous));
    tags.forEach(tag -> lastByTag.put(tag, fact.position()));
  }

  private void forget(long position) {
    var oldest = position < first ? null : slots.get(index(position));
    if (oldest != null) {
      first = position + 1;
      oldest.fact().tags().forEach(tag -> lastByTag.remove(tag, position));
    }
  }

  /** Did anything matching happen after a position, as far as {@link #head()} goes? */
  Answer since(Criteria criteria, long after) {
    long upTo = head();
    if (after >= upTo) {
      return Answer.NOTHING;
    }
    if (criteria.isEverything() || anyMatch(criteria, after, upTo)) {
      return Answer.SOMETHING;
    }
    return after >= first - 1 ? Answer.NOTHING : Answer.TOO_OLD;
  }

  private boolean anyMatch(Criteria criteria, long after, long upTo) {
    for (Criterion criterion : criteria.anyOf()) {
      if (criterion.tags().isEmpty() ? named(criterion, after, upTo) : tagged(criterion, after)) {
        return true;
      }
    }
    return false;
  }

  private boolean named(Criterion criterion, long after, long upTo) {
    for (long position = Math.max(after + 1, first); position <= upTo; position++) {
      var slot = at(position);
      if (slot != null && slot.matches(criterion)) {
        return true;
      }
    }
    return false;
  }

  private boolean tagged(Criterion criterion, long after) {
    String rarest = "";
    long oldest = Long.MAX_VALUE;
    for (String tag : criterion.tags()) {
      Long last = lastByTag.get(tag);
      if (last == null || last <= after) {
        return false;
      }
      if (last < oldest) {
        oldest = last;
        rarest = tag;
      }
    }
    return walk(criterion, rarest, new Stretch(after, oldest));
  }

  private record Stretch(long after, long upTo) {}

  /** Follows one tag back in time. */
  private boolean walk(Criterion criterion, String tag, Stretch stretch) {
    long position = stretch.upTo();
    while (position > stretch.after()) {
      var slot = at(position);
      if (slot == null) {
        return false;
      }
      if (slot.matches(criterion)) {
        return true;
      }
      position = slot.before(tag);
    }
    return false;
  }

  private @Nullable Slot at(long position) {
    var slot = slots.get(index(position));
    return slot != null && slot.fact().position() == position ? slot : null;
  }

  private int index(long position) {
    return (int) (position % slots.length());
  }
}
