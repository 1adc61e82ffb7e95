package dev.annals.benchmarks.load;

import dev.annals.benchmarks.load.mix.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One of a client to a server, kept for as long as the server does. */
final class Connection {
  private final Client client;
  private final InetSocketAddress server;
  private final Selector selector;
  private final ByteBuffer received = ByteBuffer.allocate(256 * 1024);
  private SocketChannel channel;
  private boolean waiting;

  Connection(Client client, int port, Selector selector) throws IOException {
    this.client = client;
    this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.selector = selector;
    this.channel = connect();
  }

  private SocketChannel connect() throws IOException {
    var fresh = SocketChannel.open(server);
    fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
    fresh.configureBlocking(false);
    fresh.register(selector, SelectionKey.OP_READ, this);
    return fresh;
  }

  int port() {
    return server.getPort();
  }

  void send(byte[] question) throws IOException {
    waiting = true;
    received.clear();
    var request = ByteBuffer.wrap(question);
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
      waiting = false;
      client.judge(answer.get());
      if (answer.get().closes()) {
        reconnect();
      }
      client.ask();
    }
  }

  /** Between questions a server may; in the midst of one it has failed. */
  private void closed() throws IOException {
    reconnect();
    if (waiting) {
      waiting = false;
      client.failed("the connection was closed without an answer");
      client.ask();
    }
  }

  private void reconnect() throws IOException {
    client.reconnected();
    channel.close();
    channel = connect();
  }

  void close() throws IOException {
    channel.close();
  }
}
