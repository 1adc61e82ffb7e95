package dev.annals.standalone.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One side of Annals in a process of its own, from its own main class and its own jars. */
final class Side implements AutoCloseable {
  private final String name;
  private final List<String> start;
  private final Map<String, String> environment;
  private final Thread lastResort = new Thread(this::kill);
  private @Nullable Process process;
  private int port;

  /**
   * One that does not run yet.
   *
   * @param others modules that it must do without
   */
  Side(String name, Class<?> main, List<String> others, Map<String, String> environment) {
    this.name = name;
    this.start = start(main, others);
    this.environment = Map.copyOf(environment);
    Runtime.getRuntime().addShutdownHook(lastResort);
  }

  private static List<String> start(Class<?> main, List<String> others) {
    var jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(jar -> others.stream().noneMatch(jar::contains))
            .collect(Collectors.joining(File.pathSeparator));
    return List.of(
        ProcessHandle.current().info().command().orElseThrow(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx512m",
        "--enable-native-access=ALL-UNNAMED",
        "-Daxoniq.update-checker.disabled=true",
        "-cp",
        jars,
        main.getName());
  }

  String name() {
    return name;
  }

  Client client() {
    return new Client(port);
  }

  /** Starts, and returns when it is ready to be asked. */
  void start() throws IOException, InterruptedException {
    port = freePort();
    var log = Files.createDirectories(Path.of("target", "processes")).resolve(name + ".log");
    process =
        builder(List.of()).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    while (client().status("/actuator/health/readiness") != 200) {
      if (!process.isAlive()) {
        throw new AssertionError(name + " did not start:\n" + Files.readString(log));
      }
      Thread.sleep(50);
    }
  }

  /** What came of a process that does one thing. */
  record Done(int exitCode, String output) {}

  /** The same program with the same environment, told to do something else. */
  Done run(String... words) throws IOException, InterruptedException {
    var other = builder(List.of(words)).start();
    var output = new String(other.getInputStream().readAllBytes(), UTF_8);
    return new Done(other.waitFor(), output);
  }

  private ProcessBuilder builder(List<String> words) {
    var command = new ArrayList<>(start);
    command.addAll(words);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    var all = new HashMap<>(environment);
    all.put("SERVER_PORT", Integer.toString(port));
    all.put("SERVER_ADDRESS", "127.0.0.1");
    builder.environment().putAll(all);
    return builder;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** SIGKILL. */
  void kill() {
    if (process != null) {
      var _ = process.destroyForcibly().onExit().join();
    }
  }

  /** SIGTERM. */
  void terminate() {
    Objects.requireNonNull(process).destroy();
  }

  int exitCode() throws InterruptedException {
    return Objects.requireNonNull(process).waitFor();
  }

  @Override
  public void close() {
    kill();
    var _ = Runtime.getRuntime().removeShutdownHook(lastResort);
  }
}
