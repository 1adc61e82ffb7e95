package dev.annals.benchmarks.fault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** What did not hold, each told once and at once. */
final class Findings {
  private final Set<String> known = new LinkedHashSet<>();
  private final List<String> others = new CopyOnWriteArrayList<>();

  /** How many of these are news. */
  int add(Collection<String> violations) {
    int before = known.size();
    violations.stream()
        .filter(known::add)
        .forEach(found -> System.out.println("  VIOLATION " + found));
    return known.size() - before;
  }

  /** Where those are put that are not the checker's. */
  List<String> others() {
    return others;
  }

  List<String> all() {
    var all = new ArrayList<>(known);
    all.addAll(others);
    return all;
  }
}
