package dev.annals.store;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything about some criteria, and of one that may have very much only the first event and the
 * latest ones.
 *
 * @param latest how many
 */
public record Abridged(Set<Criterion> whole, Criterion cut, int latest) {
  public Abridged {
    whole = Set.copyOf(whole);
    if (latest < 1) {
      throw new IllegalArgumentException("abridged to no events");
    }
  }

  /** What it would be about if nothing were left out. */
  public Criteria criteria() {
    return new Criteria(
        Stream.concat(whole.stream(), Stream.of(cut)).collect(Collectors.toUnmodifiableSet()));
  }

  /** What is left of all events about it. */
  public List<StoredEvent> of(List<StoredEvent> all) {
    var ends = ends(all);
    if (ends.size() <= 1 + latest) {
      return all;
    }
    var out =
        ends.subList(1, ends.size() - latest).stream()
            .map(StoredEvent::position)
            .collect(Collectors.toSet());
    return all.stream().filter(event -> !out.contains(event.position()) || isKept(event)).toList();
  }

  /** Whether {@code left} may be without some; few enough of them are all that there are. */
  public boolean mayLack(List<StoredEvent> left) {
    return ends(left).size() > latest;
  }

  private List<StoredEvent> ends(List<StoredEvent> events) {
    return events.stream().filter(event -> cut.matches(event.name(), event.tags())).toList();
  }

  private boolean isKept(StoredEvent event) {
    return whole.stream().anyMatch(criterion -> criterion.matches(event.name(), event.tags()));
  }
}
