package dev.annals.benchmarks.fault;

import dev.annals.standalone.fault.client.Ledger;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells each round when it is over, and all of them at the end. */
final class Summary {
  private final long since = System.nanoTime();
  private final Map<Kind, Integer> rounds = new EnumMap<>(Kind.class);
  private final Orders orders;
  private final Ledger ledger;

  Summary(Orders orders, Ledger ledger) {
    this.orders = orders;
    this.ledger = ledger;
  }

  void round(Kind kind, String happened, int violations) {
    var _ = rounds.merge(kind, 1, Integer::sum);
    System.out.printf(
        "%3d/%d  %4d s  %-12s %s; %d acknowledged so far%s%n",
        done(),
        orders.rounds(),
        elapsed().toSeconds(),
        kind.word(),
        happened,
        ledger.acknowledged(),
        violations == 0 ? "" : "; %d VIOLATIONS".formatted(violations));
  }

  private int done() {
    return rounds.values().stream().mapToInt(Integer::intValue).sum();
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - since);
  }

  void end(long events, List<String> violations) {
    var byKind =
        rounds.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().word())
            .collect(Collectors.joining(", "));
    System.out.printf(
        "%nSeed %d: %d rounds (%s) in %d s%n%s%n%d events in the log, %d violations%n",
        orders.seed(),
        done(),
        byKind,
        elapsed().toSeconds(),
        ledger.summary(),
        events,
        violations.size());
    violations.forEach(violation -> System.out.println("  VIOLATION " + violation));
  }
}
