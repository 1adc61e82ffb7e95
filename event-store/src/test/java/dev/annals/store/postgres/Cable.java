package dev.annals.store.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A TCP connection to the database that can be cut where it hurts. */
final class Cable implements AutoCloseable {
  /** Where the next insert is cut. */
  enum Cut {
    /** It never arrives. */
    BEFORE_THE_SERVER,
    /** It arrives, and the answer does not. */
    BEFORE_THE_ANSWER
  }

  private static final byte[] INSERT = "insert into event".getBytes(StandardCharsets.UTF_8);

  private final InetSocketAddress server;

  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable Cut> next = new AtomicReference<>();
  private final AtomicReference<Runnable> onCut = new AtomicReference<>(() -> {});
  private @Nullable ServerSocket listening;
  private int port;

  Cable(String host, int serverPort) throws IOException {
    this.server = new InetSocketAddress(host, serverPort);
    plugIn();
  }

  int port() {
    return port;
  }

  /** Cuts the next connection that inserts events. */
  void cutNextInsert(Cut where, Runnable whenCut) {
    onCut.set(whenCut);
    next.set(where);
  }

  /** From now on connections are refused. */
  synchronized void unplug() throws IOException {
    var open = listening;
    if (open != null) {
      open.close();
    }
    for (var socket : sockets) {
      socket.close();
    }
    sockets.clear();
  }

  synchronized void plugIn() throws IOException {
    var socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    port = socket.getLocalPort();
    listening = socket;
    Thread.startVirtualThread(() -> accept(socket));
  }

  private void accept(ServerSocket listener) {
    try {
      while (true) {
        var client = listener.accept();
        var upstream = new Socket();
        upstream.connect(server);
        lead(listener, client, upstream);
        var line = new Line(client, upstream);
        Thread.startVirtualThread(line::requests);
        Thread.startVirtualThread(line::answers);
      }
    } catch (IOException _) {
      // Unplugged.
    }
  }

  /** Whoever was let in just as the cable was pulled is cut off like everybody else. */
  private synchronized void lead(ServerSocket listener, Socket client, Socket upstream)
      throws IOException {
    if (listener.isClosed()) {
      client.close();
      upstream.close();
      throw new SocketException("unplugged");
    }
    sockets.add(client);
    sockets.add(upstream);
  }

  @Override
  public void close() throws IOException {
    unplug();
  }

  /** One connection through the cable. */
  private final class Line {
    private final Socket client;
    private final Socket upstream;
    private volatile boolean deaf;

    Line(Socket client, Socket upstream) {
      this.client = client;
      this.upstream = upstream;
    }

    void requests() {
      copy(client, upstream, true);
    }

    void answers() {
      copy(upstream, client, false);
    }

    private void copy(Socket from, Socket to, boolean requests) {
      var buffer = new byte[1 << 20];
      try (InputStream in = from.getInputStream();
          OutputStream out = to.getOutputStream()) {
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          if (requests && inserts(buffer, count) && cut(buffer, count, out)) {
            return;
          }
          if (requests || !deaf) {
            out.write(buffer, 0, count);
          }
        }
      } catch (IOException _) {
        // Either side hung up.
      }
    }

    private boolean cut(byte[] buffer, int count, OutputStream out) throws IOException {
      var where = next.getAndSet(null);
      if (where == null) {
        return false;
      }
      if (where == Cut.BEFORE_THE_ANSWER) {
        deaf = true;
        out.write(buffer, 0, count);
        out.flush();
        awaitAnswer();
      }
      onCut.get().run();
      return true;
    }

    /** The other direction swallows it; a moment later the transaction is over. */
    private void awaitAnswer() {
      try {
        Thread.sleep(300);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static boolean inserts(byte[] buffer, int count) {
    search:
    for (int i = 0; i + INSERT.length <= count; i++) {
      for (int j = 0; j < INSERT.length; j++) {
        if (buffer[i + j] != INSERT[j]) {
          continue search;
        }
      }
      return true;
    }
    return false;
  }
}
