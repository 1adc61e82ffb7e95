package dev.annals.benchmarks.peer;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import org.apache.commons.io.file.PathUtils;

/**
 * How one of our services is started: from jars, as it is delivered. The first start is a rehearsal
 * of which the JVM keeps what it has loaded and linked (<a href="https://openjdk.org/jeps/514">JEP
 * 514</a>), as Keycloak keeps what its build has found out; the others begin with that.
 */
final class Launch implements AutoCloseable {
  private static final boolean REHEARSED = Boolean.parseBoolean(Options.text("annals.aot", "true"));

  private final String main;
  private final Path directory;
  private final String classpath;

  /**
   * A launch from the class path of this process.
   *
   * @param without modules that do not belong to it
   */
  Launch(String main, List<String> without) throws IOException {
    this.main = main;
    directory = Files.createTempDirectory("annals-benchmark-launch-");
    classpath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.isEmpty())
            .filter(entry -> without.stream().noneMatch(module -> isOf(module, entry)))
            .map(this::jar)
            .collect(joining(File.pathSeparator));
  }

  private static boolean isOf(String module, String entry) {
    return entry.contains("/" + module + "/target/")
        || Path.of(entry).getFileName().toString().startsWith(module + "-");
  }

  private String jar(String entry) {
    if (!Files.isDirectory(Path.of(entry))) {
      return entry;
    }
    var jar = directory.resolve(Integer.toHexString(entry.hashCode()) + ".jar");
    var tool = ToolProvider.findFirst("jar").orElseThrow();
    int failure = tool.run(System.err, System.err, "--create", "--file=" + jar, "-C", entry, ".");
    if (failure != 0) {
      throw new IllegalStateException("no jar could be made of " + entry);
    }
    return jar.toString();
  }

  /** Starts it, and returns when it has answered. */
  Service start(String jvm, List<String> settings, Map<String, String> environment)
      throws IOException, InterruptedException {
    int port = Service.freePort();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(jvm.split(" +", -1)));
    if (REHEARSED) {
      var kept = directory.resolve("annals.aot");
      command.add((Files.exists(kept) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + kept);
    }
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Daxoniq.update-checker.disabled=true",
            "-classpath",
            classpath,
            main,
            "--server.port=" + port));
    command.addAll(settings);
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return Service.start(builder, port, "/.well-known/jwks.json");
  }

  @Override
  public void close() throws IOException {
    var _ = PathUtils.deleteDirectory(directory);
  }
}
