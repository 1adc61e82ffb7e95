package dev.annals.standalone.fault.server;

import dev.annals.standalone.AnnalsStandalone;
import dev.annals.standalone.fault.client.Crowd;
import dev.annals.standalone.fault.client.Heard;
import dev.annals.standalone.fault.client.Wire;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The real standalone Annals in a process of its own, on one data directory. */
public final class ChildAnnals implements AutoCloseable {
  /** Cheap passwords, and nobody is ever kept waiting. */
  public static final List<String> SETTINGS =
      List.of(
          "--annals.passwords.memory-kib=64",
          "--annals.passwords.passes=1",
          "--annals.attempts.burst=1000000",
          "--annals.attempts.per-minute=1000000",
          "--annals.attempts.recorded-per-address=1000000",
          "--annals.attempts.recorded-overall=1000000",
          "--annals.sign-in.wrong-passwords=1000000",
          "--annals.tokens.access-lifetime=2h");

  private final Path data;
  private final Path log;
  private final Wire wire;
  private final EmbeddedServer server;
  private final Thread lastResort = new Thread(this::endAll);
  private @Nullable Process process;

  /** What it says is kept in {@code target}, for whoever has a violation to look into. */
  public ChildAnnals(Path data, Wire wire, String name) throws IOException {
    this.data = data;
    this.log = Files.createDirectories(Path.of("target", "faults")).resolve(name + ".log");
    this.wire = wire;
    this.server = new EmbeddedServer(data);
    Runtime.getRuntime().addShutdownHook(lastResort);
  }

  public EmbeddedServer server() {
    return server;
  }

  /** Starts, and lets clients knock from the first moment on. */
  public void launch() throws IOException {
    int port = freePort();
    var builder = new ProcessBuilder(command(port)).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log()));
    builder.environment().put("ANNALS_ADMINISTRATOR_PASSWORD", Crowd.PASSWORD);
    process = builder.start();
    wire.to(URI.create("http://127.0.0.1:" + port));
  }

  public void awaitReady() throws InterruptedException, IOException {
    while (!isReady()) {
      if (!process().isAlive()) {
        throw new AssertionError("Annals did not start:\n" + Files.readString(log().toPath()));
      }
      Thread.sleep(20);
    }
  }

  public boolean isReady() {
    return status("/actuator/health/readiness") == 200;
  }

  public boolean isAlive() {
    return status("/actuator/health/liveness") == 200;
  }

  private int status(String path) {
    return wire.get(path) instanceof Heard.Answer answer ? answer.status() : 0;
  }

  /** SIGKILL; its database server runs on. */
  public void kill() {
    var _ = process().destroyForcibly().onExit().join();
  }

  /** As Ctrl-C would. */
  public void stop() throws InterruptedException {
    process().destroy();
    var _ = process().waitFor(90, TimeUnit.SECONDS);
  }

  private Process process() {
    return Objects.requireNonNull(process);
  }

  private File log() {
    return log.toFile();
  }

  private List<String> command(int port) {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "-Daxoniq.update-checker.disabled=true",
            "-cp",
            System.getProperty("java.class.path"),
            AnnalsStandalone.class.getName(),
            "--annals.data=" + data,
            "--server.port=" + port));
    command.addAll(SETTINGS);
    return command;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void endAll() {
    if (process != null) {
      var _ = process.destroyForcibly();
    }
    server.end();
  }

  @Override
  public void close() {
    if (process != null) {
      kill();
    }
    server.end();
    var _ = Runtime.getRuntime().removeShutdownHook(lastResort);
  }
}
