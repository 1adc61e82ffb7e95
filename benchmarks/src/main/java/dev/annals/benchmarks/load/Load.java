package dev.annals.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.annals.benchmarks.load.mix.Mix;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program: takes orders from its input, a line of JSON each, and says what came of them on its
 * output, after a line that says when the measured time begins, and one for each window.
 */
public final class Load {
  static final String MEASURING = "measuring";
  static final String WINDOW = "window ";
  private static final JsonMapper JSON = new JsonMapper();
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
  private static final int LONGEST_SLEEP_MILLIS = 100;

  private final int questions;
  private final List<Client> clients = new ArrayList<>();
  private final Tally tally;
  private boolean told;

  private Load(Orders orders, Selector selector) throws IOException {
    questions = orders.mix().shares().size();
    tally = new Tally(questions, orders.when());
    for (int i = 0; i < orders.where().clients(); i++) {
      var client = new Client(i, orders, tally);
      client.connect(selector);
      clients.add(client);
    }
    share(orders.mix());
  }

  /** Of each kind everybody gets the same number, or one more. */
  private void share(Mix mix) {
    var dealt = new HashMap<Set<String>, Integer>();
    for (var texts : mix.held()) {
      int before = dealt.merge(texts.keySet(), 1, Integer::sum) - 1;
      clients.get(before % clients.size()).hand().deal(texts);
    }
  }

  public static void main(String[] arguments) throws IOException {
    var orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (var line = orders.readLine(); line != null; line = orders.readLine()) {
      try (var selector = Selector.open()) {
        var outcome = new Load(JSON.readValue(line, Orders.class), selector).run(selector);
        System.out.println(JSON.writeValueAsString(outcome));
      }
    }
  }

  private Outcome run(Selector selector) throws IOException {
    for (var client : clients) {
      client.ask();
    }
    while (isUnderWay(System.nanoTime())) {
      selector.select(LONGEST_SLEEP_MILLIS);
      for (var key : selector.selectedKeys()) {
        ((Connection) key.attachment()).read();
      }
      selector.selectedKeys().clear();
      tell(System.nanoTime());
    }
    long now = System.nanoTime();
    tell(now);
    for (var client : clients) {
      client.close();
    }
    return tally.outcome(
        now, clients.stream().flatMap(each -> each.hand().values().stream()).toList());
  }

  /** Whoever has asked is answered, so that a value that is good once is not lost. */
  private boolean isUnderWay(long now) {
    boolean waiting = clients.stream().anyMatch(Client::isWaiting);
    return waiting && now - tally.end() < PATIENCE;
  }

  private void tell(long now) {
    if (!told && tally.isMeasuring(now)) {
      told = true;
      System.out.println(MEASURING);
    }
    if (tally.isWindowOver(now)) {
      System.out.println(WINDOW + JSON.writeValueAsString(tally.window(held())));
    }
  }

  /** By question, with all clients together. */
  private List<Integer> held() {
    return IntStream.range(0, questions)
        .mapToObj(question -> clients.stream().mapToInt(each -> each.hand().held(question)).sum())
        .toList();
  }
}
