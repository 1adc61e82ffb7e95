package dev.annals.store.fold;

import dev.annals.catalogue.EventCatalogue;
import dev.annals.history.Facts;
import dev.annals.store.Criteria;
import dev.annals.store.Criterion;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The facts that a state rests on, in the words of the log. */
public final class FactCriteria {
  private FactCriteria() {}

  public static Criteria of(List<Facts> facts) {
    return new Criteria(
        facts.stream().map(FactCriteria::of).collect(Collectors.toUnmodifiableSet()));
  }

  static Criterion of(Facts facts) {
    return new Criterion(Set.of(facts.tag()), names(facts));
  }

  /** What the kinds are called on disk. */
  public static Set<String> names(Facts facts) {
    return facts.kinds().stream()
        .map(kind -> EventCatalogue.nameOf(kind).name())
        .collect(Collectors.toUnmodifiableSet());
  }
}
