package dev.annals.benchmarks;

import dev.annals.benchmarks.compare.Comparison;
import dev.annals.benchmarks.peer.Options;

/** Annals and Keycloak side by side: rates, latencies, starts and memory, and their ratios. */
public final class KeycloakBenchmark {
  private KeycloakBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    Comparison.run(Options.given());
    System.exit(0);
  }
}
