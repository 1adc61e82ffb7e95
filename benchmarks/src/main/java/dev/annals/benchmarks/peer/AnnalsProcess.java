package dev.annals.benchmarks.peer;

import static java.util.stream.Collectors.joining;

import dev.annals.benchmarks.machine.Kdf;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Annals as a process of its own, from the class path of this one, and set like the other. */
public final class AnnalsProcess {
  /** The heap that Keycloak gives itself. */
  public static final String JVM =
      Options.text("annals.jvm", "-Xms64m -Xmx512m -XX:+ExitOnOutOfMemoryError");

  private static final List<String> SETTINGS =
      List.of(
          "--server.address=127.0.0.1",
          "--logging.level.root=warn",
          "--annals.administrator.password=" + AnnalsWork.ADMINISTRATOR,
          "--annals.tokens.access-lifetime=" + KeycloakRealm.LIFETIME.toSeconds() + "s",
          "--annals.passwords.memory-kib=" + Kdf.MEMORY_KIB,
          "--annals.passwords.passes=" + Kdf.PASSES,
          "--annals.passwords.lanes=" + Kdf.LANES);

  private AnnalsProcess() {}

  /**
   * Starts it, and returns when it has answered.
   *
   * @param without modules that do not belong to it
   */
  static Service start(
      String main, List<String> without, List<String> settings, Map<String, String> environment)
      throws IOException, InterruptedException {
    int port = Service.freePort();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(JVM.split(" +", -1)));
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Daxoniq.update-checker.disabled=true",
            "-classpath",
            classpath(without),
            main,
            "--server.port=" + port));
    command.addAll(SETTINGS);
    command.addAll(settings);
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return Service.start(builder, port, "/.well-known/jwks.json");
  }

  private static String classpath(List<String> without) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> without.stream().noneMatch(module -> isOf(module, entry)))
        .collect(joining(File.pathSeparator));
  }

  private static boolean isOf(String module, String entry) {
    return entry.contains("/" + module + "/target/")
        || Path.of(entry).getFileName().toString().startsWith(module + "-");
  }
}
