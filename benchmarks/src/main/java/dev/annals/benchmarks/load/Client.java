package dev.annals.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks one question at a time, the next one when it is answered. */
final class Client {
  private final int number;
  private final Orders orders;
  private final Tally tally;
  private final List<Mix.Share> shares;
  private final List<byte[]> marks;
  private final List<Shelf> shelves;
  private final Rotation rotation;
  private final List<Connection> connections = new ArrayList<>();
  private int share;
  private Optional<Held> current = Optional.empty();
  private long asked;

  Client(int number, Orders orders, Tally tally) {
    this.number = number;
    this.orders = orders;
    this.tally = tally;
    shares = orders.mix().shares();
    marks = shares.stream().map(each -> each.question().mark().getBytes(UTF_8)).toList();
    shelves = shares.stream().map(_ -> new Shelf()).toList();
    var weights = shares.stream().mapToInt(Mix.Share::weight).toArray();
    rotation = new Rotation(weights, (double) number / orders.where().clients());
  }

  /** To those servers that it will ask. */
  void connect(Selector selector) throws IOException {
    var ports = orders.where().ports();
    var asked = orders.where().roaming() ? ports : List.of(ports.get(number % ports.size()));
    for (int port : asked) {
      connections.add(new Connection(this, port, selector));
    }
  }

  void deal(Held held) {
    shelvesOf(held).forEach(shelf -> shelf.deal(held));
  }

  private List<Shelf> shelvesOf(Held held) {
    return IntStream.range(0, shares.size())
        .filter(i -> held.has(shares.get(i).about()))
        .mapToObj(shelves::get)
        .toList();
  }

  /** How many things there are to ask one of the questions about. */
  int held(int question) {
    return shelves.get(question).all().size();
  }

  boolean isWaiting() {
    return current.isPresent();
  }

  /** What the first question is about, as it is now. */
  List<String> values() {
    return shelves.getFirst().all().stream()
        .map(held -> held.text(shares.getFirst().about()))
        .toList();
  }

  void ask() throws IOException {
    asked = System.nanoTime();
    current = tally.isOver(asked) ? Optional.empty() : next();
    if (current.isPresent()) {
      var held = current.get();
      int connection = (number + held.turns()) % connections.size();
      held.turned();
      send(connections.get(connection), held);
    }
  }

  private void send(Connection connection, Held held) throws IOException {
    connection.send(held.request(shares.get(share), connection.port()));
  }

  /** Whoever has nothing to ask about ends, but not in silence. */
  private Optional<Held> next() {
    share = rotation.next();
    if (held(share) == 0) {
      tally.failed(share, "nothing is left to ask about: " + shares.get(share).question());
    }
    return shelves.get(share).next(orders.when().turns());
  }

  void judge(Answer answer) {
    long now = System.nanoTime();
    if (!answer.isSuccess() || !answer.contains(marks.get(share))) {
      failed(answer.toString());
      return;
    }
    tally.answered(share, asked, now);
    if (shares.get(share).renews()) {
      current.ifPresent(held -> held.renew(answer));
    }
    if (shares.get(share).begins()) {
      var begun = begun(answer);
      shelvesOf(begun).forEach(shelf -> shelf.add(begun));
    }
  }

  /** With all that other questions are about, as far as it is said. */
  private Held begun(Answer answer) {
    var texts =
        shares.stream()
            .map(Mix.Share::about)
            .flatMap(name ->
                answer.member(Answer.before(name)).map(text -> Map.entry(name, text)).stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new Held(texts);
  }

  /** What was good once may be good no more. */
  void failed(String how) {
    tally.failed(share, how);
    if (shares.get(share).renews()) {
      current.ifPresent(held -> shelves.forEach(shelf -> shelf.remove(held)));
    }
  }

  void reconnected() {
    tally.reconnected();
  }

  void close() throws IOException {
    if (isWaiting()) {
      failed("no answer");
    }
    for (var connection : connections) {
      connection.close();
    }
  }
}
