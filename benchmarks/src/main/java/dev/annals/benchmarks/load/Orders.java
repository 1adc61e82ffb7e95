package dev.annals.benchmarks.load;

import java.util.List;

/**
 * One run of the load: so many clients, each asking again when it is answered.
 *
 * @param asked whose values are shared out among the clients, who take theirs in turn
 */
public record Orders(int port, int clients, long warmUpMillis, long measuredMillis, Asked asked) {

  /** A question, and what to fill in. */
  public record Asked(Question question, List<String> values) {
    @Override
    public String toString() {
      return question + " with " + values.size() + " values";
    }
  }
}
