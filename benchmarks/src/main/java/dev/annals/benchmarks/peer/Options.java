package dev.annals.benchmarks.peer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What can be set for a run, as {@code -Dbenchmark.…}. */
public record Options(
    List<String> contenders, List<String> work, List<Integer> clients, int rounds, Times times) {

  public Options {
    int most = clients.stream().mapToInt(each -> each).max().orElse(0);
    if (most > Math.min(People.ACCOUNTS, People.SESSIONS)) {
      throw new IllegalArgumentException(
          "fewer accounts or sessions than clients: some would idle");
    }
  }

  /** How long things take. */
  public record Times(Duration warmUp, Duration measured, Duration idle) {}

  public static Options given() {
    return new Options(
        list("contenders", "annals,keycloak,keycloak-durable"),
        list("work", "start,sign-in,refresh,introspection,userinfo"),
        list("clients", "8,32").stream().map(Integer::valueOf).toList(),
        Integer.getInteger("benchmark.rounds", 3),
        new Times(seconds("warmup", 30), seconds("measured", 15), seconds("idle", 30)));
  }

  public boolean has(Work each) {
    return work.contains(each.key());
  }

  public boolean hasStart() {
    return work.contains("start");
  }

  static Path cache() {
    var home = Path.of(System.getProperty("user.home"), ".cache", "annals-benchmark");
    return Path.of(text("cache", home.toString()));
  }

  public static String text(String name, String otherwise) {
    return System.getProperty("benchmark." + name, otherwise);
  }

  public static List<String> list(String name, String otherwise) {
    return Arrays.stream(text(name, otherwise).split(",", -1)).filter(s -> !s.isBlank()).toList();
  }

  private static Duration seconds(String name, int otherwise) {
    return Duration.ofSeconds(Integer.getInteger("benchmark." + name, otherwise));
  }
}
