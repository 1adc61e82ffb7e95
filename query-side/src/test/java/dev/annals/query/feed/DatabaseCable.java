package dev.annals.query.feed;

import dev.annals.store.TestPostgres;
import dev.annals.store.sql.LogSettings.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to the database that ends, with or without the ends of it being told. */
final class DatabaseCable implements AutoCloseable {
  private ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean silent;

  DatabaseCable() throws IOException {
    var first = listening;
    Thread.startVirtualThread(() -> accept(first));
  }

  Database to(Database database) {
    var server = TestPostgres.server();
    var url =
        database
            .url()
            .replace(server.host() + ":" + server.port(), "127.0.0.1:" + listening.getLocalPort());
    return new Database(url, database.username(), database.password(), database.poolSize());
  }

  /** Connections break, and new ones are refused. */
  synchronized void cut() throws IOException {
    listening.close();
    for (var socket : sockets) {
      socket.close();
    }
  }

  /** New connections are taken again. */
  void mend() throws IOException {
    var again = new ServerSocket();
    again.setReuseAddress(true);
    again.bind(listening.getLocalSocketAddress());
    listening = again;
    Thread.startVirtualThread(() -> accept(again));
  }

  /** Nothing gets through any more, and nobody is told: as if a machine had lost its power. */
  void silence() {
    silent = true;
  }

  private void accept(ServerSocket listener) {
    try {
      while (true) {
        var client = listener.accept();
        var server = new Socket();
        server.connect(
            new InetSocketAddress(TestPostgres.server().host(), TestPostgres.server().port()));
        lead(listener, client, server);
        Thread.startVirtualThread(() -> copy(client, server));
        Thread.startVirtualThread(() -> copy(server, client));
      }
    } catch (IOException _) {
      // Cut.
    }
  }

  /** Whoever was let in just as it was cut is cut off like everybody else. */
  private synchronized void lead(ServerSocket listener, Socket client, Socket server)
      throws IOException {
    if (listener.isClosed()) {
      client.close();
      server.close();
      throw new SocketException("cut");
    }
    sockets.add(client);
    sockets.add(server);
  }

  private void copy(Socket from, Socket to) {
    var buffer = new byte[1 << 16];
    try (var in = from.getInputStream();
        var out = to.getOutputStream()) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        if (!silent) {
          out.write(buffer, 0, count);
        }
      }
      if (silent) {
        Thread.sleep(Long.MAX_VALUE);
      }
    } catch (IOException _) {
      // Either side hung up.
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    cut();
  }
}
