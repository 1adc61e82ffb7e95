package dev.annals.benchmarks.fault.world;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JVM of its own that is killed and started again; what it says is kept. */
final class Program implements AutoCloseable {
  private final String name;
  private final File log;
  private final List<String> start;
  private @Nullable Process process;

  /**
   * One that does not run yet.
   *
   * @param without what of the class path it must do without, as a regular expression
   */
  Program(String name, Path logs, String without, String main) {
    this.name = name;
    this.log = logs.resolve(name + ".log").toFile();
    this.start = command(without, main);
  }

  private static List<String> command(String without, String main) {
    var entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    var classpath = new ArrayList<>(List.of(entries));
    classpath.removeIf(entry -> entry.matches(without));
    return List.of(
        System.getProperty("java.home") + "/bin/java",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx512m",
        "--enable-native-access=ALL-UNNAMED",
        "-Daxoniq.update-checker.disabled=true",
        "-classpath",
        String.join(File.pathSeparator, classpath),
        main);
  }

  String name() {
    return name;
  }

  void start(Map<String, String> environment, String... arguments) {
    var command = new ArrayList<>(start);
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    builder.environment().putAll(environment);
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs to its end, which must be a good one. */
  void run(String... arguments) throws IOException, InterruptedException {
    start(Map.of(), arguments);
    if (process == null || process.waitFor() != 0) {
      throw new IllegalStateException(name + " failed: " + Files.readString(log.toPath()));
    }
  }

  /** SIGKILL, and it is gone when this returns. */
  void kill() {
    if (process != null) {
      var _ = process.destroyForcibly().onExit().join();
    }
  }

  boolean isAlive() {
    return process != null && process.isAlive();
  }

  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
