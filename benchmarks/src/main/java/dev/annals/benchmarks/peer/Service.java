package dev.annals.benchmarks.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A service that runs, as a process of its own. */
public final class Service implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Process process;
  private final Path log;
  private final int port;
  private final long begun = System.nanoTime();
  private double startMillis;

  private Service(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
  }

  /**
   * Starts it, and returns when it has answered.
   *
   * @param first what is asked until it is answered with 200
   */
  static Service start(ProcessBuilder builder, int port, String first)
      throws IOException, InterruptedException {
    var log = Files.createTempFile("annals-benchmark-", ".log");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    var service = new Service(builder.start(), log, port);
    service.awaitAnswer(first);
    return service;
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitAnswer(String path) throws IOException, InterruptedException {
    while (!answers(path)) {
      if (!process.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
        throw new IllegalStateException("it did not start:\n" + Files.readString(log));
      }
      Thread.sleep(5);
    }
    startMillis = (System.nanoTime() - begun) / 1e6;
  }

  /** By plain sockets, which cost the starting process nothing while nobody listens. */
  private boolean answers(String path) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      var request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var status = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return new String(status, StandardCharsets.US_ASCII).endsWith(" 200");
    } catch (IOException _) {
      return false;
    }
  }

  /** From the start of the process to the first answer. */
  public double startMillis() {
    return startMillis;
  }

  public int port() {
    return port;
  }

  /** The one that serves, where a script has started it. */
  public long pid() {
    return process
        .descendants()
        .filter(each -> each.info().command().orElse("").endsWith("java"))
        .findFirst()
        .orElse(process.toHandle())
        .pid();
  }

  @Override
  public void close() {
    process.destroy();
    var _ = process.onExit().join();
  }
}
