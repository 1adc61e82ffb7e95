package dev.annals.benchmarks.load;

import dev.annals.benchmarks.load.mix.Answer;
import dev.annals.benchmarks.load.mix.Hand;
import java.io.IOException;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/** Asks one question at a time, the next one when it is answered. */
final class Client {
  private final int number;
  private final Orders.Where where;
  private final Tally tally;
  private final Hand hand;
  private final List<Connection> connections = new ArrayList<>();
  private boolean waiting;
  private long asked;

  Client(int number, Orders orders, Tally tally) {
    this.number = number;
    this.where = orders.where();
    this.tally = tally;
    double part = (double) number / where.clients();
    hand = new Hand(orders.mix().shares(), orders.when().turns(), part);
  }

  /** To those servers that it will ask. */
  void connect(Selector selector) throws IOException {
    var ports = where.ports();
    var asked = where.roaming() ? ports : List.of(ports.get(number % ports.size()));
    for (int port : asked) {
      connections.add(new Connection(this, port, selector));
    }
  }

  Hand hand() {
    return hand;
  }

  boolean isWaiting() {
    return waiting;
  }

  void ask() throws IOException {
    asked = System.nanoTime();
    waiting = !tally.isOver(asked) && next();
    if (waiting) {
      var connection = connections.get((number + hand.before()) % connections.size());
      connection.send(hand.request(connection.port()));
    }
  }

  /** Whoever has nothing to ask about ends, but not in silence. */
  private boolean next() {
    boolean present = hand.next();
    if (hand.held(hand.question()) == 0) {
      tally.failed(hand.question(), "nothing is left to ask about: " + hand);
    }
    return present;
  }

  void judge(Answer answer) {
    long now = System.nanoTime();
    if (hand.accept(answer)) {
      tally.answered(hand.question(), asked, now);
    } else {
      failed(answer.toString());
    }
  }

  void failed(String how) {
    tally.failed(hand.question(), how);
    hand.fail();
  }

  void reconnected() {
    tally.reconnected();
  }

  void close() throws IOException {
    if (waiting) {
      failed("no answer");
    }
    for (var connection : connections) {
      connection.close();
    }
  }
}
