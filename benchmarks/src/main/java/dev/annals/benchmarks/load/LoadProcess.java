package dev.annals.benchmarks.load;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** The load as a process of its own, which stays warm from one run to the next. */
public final class LoadProcess implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final Process process;
  private final BufferedWriter orders;
  private final BufferedReader outcomes;

  public LoadProcess() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classpath = System.getProperty("java.class.path");
    process =
        new ProcessBuilder(
                List.of(
                    java,
                    "-XX:+UseSerialGC",
                    "-Xms128m",
                    "-Xmx512m",
                    "-classpath",
                    classpath,
                    Load.class.getName()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    orders = process.outputWriter();
    outcomes = process.inputReader();
  }

  public long pid() {
    return process.pid();
  }

  /** Returns when the load is over; tells when the measured time begins. */
  public Outcome run(Orders given, Runnable measuring) throws IOException {
    return run(given, measuring, _ -> {});
  }

  /** The same, and tells at the end of each window how it went. */
  public Outcome run(Orders given, Runnable measuring, Consumer<Window> windows)
      throws IOException {
    orders.write(JSON.writeValueAsString(given));
    orders.newLine();
    orders.flush();
    while (true) {
      var line = said();
      if (line.equals(Load.MEASURING)) {
        measuring.run();
      } else if (line.startsWith(Load.WINDOW)) {
        windows.accept(JSON.readValue(line.substring(Load.WINDOW.length()), Window.class));
      } else {
        return JSON.readValue(line, Outcome.class);
      }
    }
  }

  private String said() throws IOException {
    var line = outcomes.readLine();
    if (line == null) {
      throw new IllegalStateException("the load has ended");
    }
    return line;
  }

  @Override
  public void close() {
    process.destroy();
    var _ = process.onExit().join();
  }
}
