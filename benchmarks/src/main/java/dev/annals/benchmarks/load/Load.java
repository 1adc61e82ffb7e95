package dev.annals.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program: takes orders from its input, a line of JSON each, and says what came of them on its
 * output, after a line that says when the measured time begins.
 */
public final class Load {
  static final String MEASURING = "measuring";
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  private final List<Connection> connections = new ArrayList<>();
  private final Tally tally;
  private final long end;
  private boolean told;

  private Load(Orders orders, Selector selector) throws IOException {
    long from = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(orders.warmUpMillis());
    end = from + TimeUnit.MILLISECONDS.toNanos(orders.measuredMillis());
    tally = new Tally(from, end);
    for (int i = 0; i < orders.clients(); i++) {
      connections.add(new Connection(orders, selector, tally));
    }
    var values = orders.asked().values();
    for (int i = 0; i < values.size(); i++) {
      connections.get(i % orders.clients()).give(values.get(i));
    }
  }

  public static void main(String[] arguments) throws IOException {
    var json = new JsonMapper();
    var orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (var line = orders.readLine(); line != null; line = orders.readLine()) {
      try (var selector = Selector.open()) {
        var outcome = new Load(json.readValue(line, Orders.class), selector).run(selector);
        System.out.println(json.writeValueAsString(outcome));
      }
    }
  }

  private Outcome run(Selector selector) throws IOException {
    for (var connection : connections) {
      connection.ask();
    }
    while (isUnderWay(System.nanoTime())) {
      selector.select(1_000);
      for (var key : selector.selectedKeys()) {
        ((Connection) key.attachment()).read();
      }
      selector.selectedKeys().clear();
      tellWhenMeasuring();
    }
    for (var connection : connections) {
      if (connection.isWaiting()) {
        tally.failed("no answer");
      }
      connection.close();
    }
    return tally.outcome(connections.stream().flatMap(each -> each.values().stream()).toList());
  }

  /** Whoever has asked is answered, so that a value that is good once is not lost. */
  private boolean isUnderWay(long now) {
    return !tally.isOver(now)
        || (now - end < PATIENCE && connections.stream().anyMatch(Connection::isWaiting));
  }

  private void tellWhenMeasuring() {
    if (!told && tally.isMeasuring(System.nanoTime())) {
      told = true;
      System.out.println(MEASURING);
    }
  }
}
