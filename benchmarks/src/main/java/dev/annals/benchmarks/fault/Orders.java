package dev.annals.benchmarks.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * What is to happen, as {@code -Dbenchmark.…} says.
 *
 * @param clients two to an account
 * @param idle how long each does nothing between two things, which leaves the machine to others
 */
record Orders(long seed, int rounds, List<Kind> kinds, int clients, Duration idle) {
  private static final int ALL = 56;

  static Orders given() {
    return new Orders(
        Long.getLong("benchmark.seed", System.nanoTime()),
        Integer.getInteger("benchmark.rounds", ALL),
        kinds(System.getProperty("benchmark.kinds", "")),
        Integer.getInteger("benchmark.clients", 6),
        Duration.ofMillis(Integer.getInteger("benchmark.idle", 60)));
  }

  private static List<Kind> kinds(String names) {
    return names.isEmpty()
        ? List.of(Kind.values())
        : Arrays.stream(names.split(",", -1))
            .map(name -> Kind.valueOf(name.strip().toUpperCase(Locale.ROOT).replace('-', '_')))
            .toList();
  }

  /** Each kind by its share, in an order that the seed alone decides. */
  List<Kind> rounds(boolean hasDisk, SplittableRandom random) {
    var order = new Random(random.nextLong());
    var all = new ArrayList<Kind>();
    while (all.size() < rounds) {
      var deck = new ArrayList<Kind>();
      kinds.forEach(kind -> deck.addAll(Collections.nCopies(kind.share(), kind)));
      deck.removeIf(kind -> kind == Kind.DISK && !hasDisk);
      Collections.shuffle(deck, order);
      all.addAll(deck);
    }
    if (!hasDisk && kinds.contains(Kind.DISK)) {
      System.out.println("Skipped: a full disk; here nobody may mount one that is small.");
    }
    return all.subList(0, rounds);
  }

  String told() {
    return "Fault runs: seed %d, %d rounds, %d clients".formatted(seed, rounds, clients);
  }
}
