package dev.annals.benchmarks.load;

import dev.annals.benchmarks.load.mix.Mix;
import dev.annals.benchmarks.load.mix.Mix.Share;
import dev.annals.benchmarks.load.mix.Question;
import java.util.List;
import java.util.Map;

/** One run of the load: so many clients, each asking again when it is answered. */
public record Orders(Where where, When when, Mix mix) {

  /** One question to one server. */
  public Orders(int port, int clients, long warmUpMillis, long measuredMillis, Asked asked) {
    this(
        new Where(List.of(port), clients, false),
        new When(warmUpMillis, measuredMillis, 0, 0),
        asked.mix());
  }

  /**
   * Who asks whom.
   *
   * @param ports of servers on this machine; each client keeps to one, in turn
   * @param roaming whether what is asked about goes to the next server each time instead
   */
  public record Where(List<Integer> ports, int clients, boolean roaming) {}

  /**
   * How long, or how often.
   *
   * @param windowMillis after how long it is told how it goes, each time; 0 for never
   * @param turns after how often something is asked about no more; 0 for no end
   */
  public record When(long warmUpMillis, long measuredMillis, long windowMillis, int turns) {}

  /** A question, and what to fill in. */
  public record Asked(Question question, List<String> values) {
    private static final String VALUE = "value";

    public Mix mix() {
      var about = question.next().orElse(VALUE);
      return new Mix(
          List.of(new Share(question, about, 1, false)),
          values.stream().map(value -> Map.of(about, value)).toList());
    }

    @Override
    public String toString() {
      return question + " with " + values.size() + " values";
    }
  }
}
