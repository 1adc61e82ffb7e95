package dev.annals.store;

import java.util.Collection;
import java.util.Set;

/**
 * Which events a decision or a reader is about.
 *
 * @param anyOf events that satisfy at least one of these; empty means every event
 */
public record Criteria(Set<Criterion> anyOf) {
  private static final Criteria EVERYTHING = new Criteria(Set.of());

  public Criteria {
    anyOf = anyOf.contains(Criterion.EVERYTHING) ? Set.of() : Set.copyOf(anyOf);
  }

  public static Criteria everything() {
    return EVERYTHING;
  }

  public static Criteria tag(String tag) {
    return new Criteria(Set.of(Criterion.tag(tag)));
  }

  public static Criteria either(Criterion... criteria) {
    if (criteria.length == 0) {
      throw new IllegalArgumentException("either of nothing; did you mean everything()?");
    }
    return new Criteria(Set.copyOf(Set.of(criteria)));
  }

  public boolean isEverything() {
    return anyOf.isEmpty();
  }

  public boolean matches(String name, Collection<String> tags) {
    return isEverything() || anyOf.stream().anyMatch(criterion -> criterion.matches(name, tags));
  }
}
