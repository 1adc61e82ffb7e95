package dev.annals.store;

import java.util.Collection;
import java.util.Set;

/**
 * Events that carry all of {@code tags} and, unless {@code names} is empty, have one of these
 * names.
 */
public record Criterion(Set<String> tags, Set<String> names) {
  static final Criterion EVERYTHING = new Criterion(Set.of(), Set.of());

  public Criterion {
    tags = Set.copyOf(tags);
    names = Set.copyOf(names);
    tags.forEach(tag -> LogText.require("a tag", tag));
    names.forEach(name -> LogText.require("the name of an event", name));
  }

  public static Criterion tag(String tag) {
    return new Criterion(Set.of(tag), Set.of());
  }

  public static Criterion name(String name) {
    return new Criterion(Set.of(), Set.of(name));
  }

  public boolean matches(String name, Collection<String> carried) {
    return (names.isEmpty() || names.contains(name)) && carried.containsAll(tags);
  }
}
