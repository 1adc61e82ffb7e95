package dev.annals.benchmarks.growth;

import dev.annals.benchmarks.peer.Options;
import java.util.List;

/**
 * What is varied.
 *
 * @param lengths how many refreshes sessions have behind them
 * @param logs how many events the log holds
 * @param sessions how many at most for one cell; fewer where making them takes long
 * @param warmUp seconds after a start, with other sessions
 */
public record Sizes(
    List<Integer> lengths, List<Integer> logs, List<Integer> clients, int sessions, int warmUp) {

  public Sizes {
    int most = clients.stream().mapToInt(each -> each).max().orElse(0);
    if (sessions < Math.max(most, Lengths.FEWEST_SESSIONS)) {
      throw new IllegalArgumentException("benchmark.most: too few for each client to have one");
    }
  }

  int mostClients() {
    return clients.stream().mapToInt(each -> each).max().orElse(0);
  }

  public static Sizes given() {
    return new Sizes(
        numbers("lengths", "1,10,100,1000,10000"),
        numbers("logs", "10000,100000,1000000,5000000"),
        numbers("clients", "1,8"),
        Integer.getInteger("benchmark.most", 400),
        Integer.getInteger("benchmark.warmup", 30));
  }

  private static List<Integer> numbers(String name, String otherwise) {
    return Options.list(name, otherwise).stream().map(Integer::valueOf).toList();
  }
}
