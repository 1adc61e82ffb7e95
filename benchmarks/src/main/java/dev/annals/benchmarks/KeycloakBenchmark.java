package dev.annals.benchmarks;

import dev.annals.benchmarks.compare.Comparison;
import dev.annals.benchmarks.page.Page;
import dev.annals.benchmarks.peer.Options;

/** Annals and Keycloak side by side: rates, latencies, starts and memory, and their ratios. */
public final class KeycloakBenchmark {
  private static final Page PAGE =
      new Page("side by side", "Annals and Keycloak side by side", KeycloakBenchmark.class);

  private KeycloakBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    Comparison.run(PAGE, Options.given());
    System.exit(0);
  }
}
