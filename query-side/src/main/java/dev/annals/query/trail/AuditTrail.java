package dev.annals.query.trail;

import dev.annals.query.audit.AuditEntries;
import dev.annals.query.audit.AuditEntry;
import dev.annals.query.http.Asker;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the trail, a page or all of it, however much that is, in the memory of one page. */
public final class AuditTrail {
  private static final int AT_ONCE = 500;

  private final Trail trail;
  private final AuditEntries entries;

  public AuditTrail(Trail trail, AuditEntries entries) {
    this.trail = trail;
    this.entries = entries;
  }

  /**
   * A page of the trail.
   *
   * @param nextAfter what {@code after} has to be for the next page; null if there is none by now
   * @param head the last position that was looked at
   */
  public record Page(List<AuditEntry> events, @Nullable Long nextAfter, long head) {
    public Page {
      events = List.copyOf(events);
    }
  }

  /** One more than asked for is looked for, to know whether there is more. */
  public Page page(Filter filter, Stretch stretch, int limit, Asker asker) {
    var found = find(filter, stretch, limit + 1);
    var shown = found.size() > limit ? found.subList(0, limit) : found;
    var next = found.size() > limit ? shown.getLast() : null;
    return new Page(entries.at(shown, asker), next, stretch.last());
  }

  /** Whether there is nothing at all up to a position. */
  boolean isEmpty(Filter filter, long upTo) {
    return find(filter, new Stretch(1, upTo, false), 1).isEmpty();
  }

  /** What is done with an entry; it waits for whoever reads slowly. */
  interface Reader {
    void read(AuditEntry entry) throws IOException;

    /** After some entries, and before others are looked for: whether they are wanted. */
    default boolean goesOn() throws IOException {
      return true;
    }
  }

  /** Hands over every entry of a stretch, unless told to stop; answers how far it came. */
  long each(Filter filter, Stretch stretch, Asker asker, Reader reader) throws IOException {
    var left = Optional.of(stretch);
    while (left.isPresent()) {
      var found = find(filter, left.get(), AT_ONCE);
      for (var entry : entries.at(found, asker)) {
        reader.read(entry);
      }
      if (!reader.goesOn()) {
        return found.isEmpty() ? stretch.last() : found.getLast();
      }
      left =
          found.size() < AT_ONCE ? Optional.empty() : left.map(read -> read.after(found.getLast()));
    }
    return stretch.last();
  }

  private List<Long> find(Filter filter, Stretch stretch, int most) {
    return stretch.isEmpty() ? List.of() : trail.find(filter, stretch, most);
  }
}
