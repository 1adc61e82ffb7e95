package dev.annals.benchmarks.fault.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The network between a process and its database, which can be cut. While it is silent nothing gets
 * through, not even the end of a connection; what was on its way arrives when it is healed, as TCP
 * would send it again.
 */
public final class Cable implements AutoCloseable {
  private static final int CHUNK = 1 << 14;

  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Set<Strand> strands = ConcurrentHashMap.newKeySet();
  private final InetSocketAddress far;
  private volatile boolean silent;
  private volatile Duration delay = Duration.ZERO;

  Cable(int port) throws IOException {
    far = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var _ = Thread.ofVirtual().name("cable").start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var strand = new Strand(door.accept());
        var _ = Thread.startVirtualThread(strand::connect);
      } catch (SocketException _) {
        // Closed; or one that was gone before it was accepted.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public void silence() {
    silent = true;
  }

  /** Each piece takes so much longer. */
  public void slow(Duration by) {
    delay = by;
  }

  /** Both ends hear of it. */
  public void reset() {
    strands.forEach(Strand::reset);
  }

  /** The process hears that its connections are gone, and the server does not until the healing. */
  public void orphan() {
    strands.forEach(Strand::orphan);
  }

  public void heal() {
    silent = false;
    delay = Duration.ZERO;
    strands.forEach(Strand::heal);
  }

  @Override
  public void close() throws IOException {
    door.close();
    heal();
    reset();
  }

  /** One connection. */
  private final class Strand {
    private final Socket near;
    private final Socket distant = new Socket();
    private volatile boolean stuck;

    Strand(Socket near) {
      this.near = near;
    }

    void connect() {
      strands.add(this);
      try {
        near.setTcpNoDelay(true);
        passable();
        distant.setTcpNoDelay(true);
        distant.connect(far);
        var _ = Thread.startVirtualThread(() -> pump(distant, near));
        pump(near, distant);
      } catch (IOException _) {
        end();
      }
    }

    private void pump(Socket from, Socket to) {
      var bytes = new byte[CHUNK];
      try {
        for (int read = 0; read >= 0; read = from.getInputStream().read(bytes)) {
          passable();
          to.getOutputStream().write(bytes, 0, read);
        }
      } catch (IOException _) {
        // One end is gone, and the other is to hear of it.
      }
      passable();
      end();
    }

    /** Waits for as long as nothing gets through. */
    private void passable() {
      try {
        Thread.sleep(delay);
        while (silent || stuck) {
          Thread.sleep(2);
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts a cable", e);
      }
    }

    void orphan() {
      stuck = true;
      abort(near);
    }

    void heal() {
      stuck = false;
    }

    void reset() {
      abort(near);
      abort(distant);
    }

    private void end() {
      strands.remove(this);
      close(near);
      close(distant);
    }
  }

  private static void abort(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (SocketException _) {
      // It is closed already.
    }
    close(socket);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // As good as closed.
    }
  }
}
