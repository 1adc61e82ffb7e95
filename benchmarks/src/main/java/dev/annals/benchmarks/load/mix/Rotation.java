package dev.annals.benchmarks.load.mix;

import java.util.Arrays;

/**
 * Whose turn it is: by weight to the unit in each cycle, and as evenly spread over it as can be.
 */
final class Rotation {
  private final int[] weights;
  private final int[] credit;
  private final int cycle;

  /**
   * A rotation for one of several clients, who do not all begin at the same place.
   *
   * @param part of a cycle that is already over
   */
  Rotation(int[] weights, double part) {
    this.weights = weights;
    credit = new int[weights.length];
    cycle = Arrays.stream(weights).sum();
    for (int i = 0; i < (int) (part * cycle); i++) {
      var _ = next();
    }
  }

  int next() {
    int chosen = 0;
    for (int i = 0; i < weights.length; i++) {
      credit[i] += weights[i];
      chosen = credit[i] > credit[chosen] ? i : chosen;
    }
    credit[chosen] -= cycle;
    return chosen;
  }
}
