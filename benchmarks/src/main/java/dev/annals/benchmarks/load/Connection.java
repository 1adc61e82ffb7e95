package dev.annals.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A client with one connection, which it keeps for as long as the server does. */
final class Connection {
  private final InetSocketAddress server;
  private final Selector selector;
  private final Question question;
  private final byte[] mark;
  private final Optional<byte[]> next;
  private final Tally tally;
  private final List<String> values = new ArrayList<>();
  private final List<byte[]> requests = new ArrayList<>();
  private final ByteBuffer received = ByteBuffer.allocate(256 * 1024);
  private SocketChannel channel;
  private int current = -1;
  private long asked;
  private boolean waiting;

  Connection(Orders orders, Selector selector, Tally tally) throws IOException {
    this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), orders.port());
    this.selector = selector;
    this.question = orders.asked().question();
    this.mark = question.mark().getBytes(UTF_8);
    this.next = question.next().map(Answer::before);
    this.tally = tally;
    this.channel = connect();
  }

  void give(String value) {
    values.add(value);
    requests.add(question.about(value, server.getPort()));
  }

  private SocketChannel connect() throws IOException {
    var fresh = SocketChannel.open(server);
    fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
    fresh.configureBlocking(false);
    fresh.register(selector, SelectionKey.OP_READ, this);
    return fresh;
  }

  boolean isWaiting() {
    return waiting;
  }

  List<String> values() {
    return values;
  }

  void ask() throws IOException {
    asked = System.nanoTime();
    if (requests.isEmpty() || tally.isOver(asked)) {
      waiting = false;
      return;
    }
    waiting = true;
    current = (current + 1) % requests.size();
    received.clear();
    var request = ByteBuffer.wrap(requests.get(current));
    while (request.hasRemaining()) {
      channel.write(request);
    }
  }

  void read() throws IOException {
    if (channel.read(received) < 0) {
      closed();
      return;
    }
    var answer = Answer.in(received.array(), received.position());
    if (answer.isPresent() && waiting) {
      judge(answer.get());
      if (answer.get().closes()) {
        reconnect();
      }
      ask();
    }
  }

  /** Between questions a server may; in the midst of one it has failed. */
  private void closed() throws IOException {
    reconnect();
    if (waiting) {
      failed("the connection was closed without an answer");
      ask();
    }
  }

  private void reconnect() throws IOException {
    tally.reconnected();
    channel.close();
    channel = connect();
  }

  private void judge(Answer answer) {
    long now = System.nanoTime();
    if (!answer.isSuccess() || !answer.contains(mark)) {
      failed(answer.toString());
      return;
    }
    tally.answered(asked, now);
    next.flatMap(answer::member).ifPresent(this::replace);
  }

  private void replace(String value) {
    values.set(current, value);
    requests.set(current, question.about(value, server.getPort()));
  }

  /** What was good once may be good no more. */
  private void failed(String how) {
    tally.failed(how);
    if (next.isPresent()) {
      values.remove(current);
      requests.remove(current);
      current--;
    }
  }

  void close() throws IOException {
    channel.close();
  }
}
