package dev.annals.benchmarks.peer;

import dev.annals.benchmarks.machine.Kdf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Annals as a process of its own, set like the other. */
public final class AnnalsProcess {
  /** As docs/operations.md has it for two cores; a heap may grow as large as Keycloak's. */
  public static final String JVM =
      Options.text(
          "annals.jvm",
          "-Xms96m -Xmx512m -XX:NewSize=40m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders"
              + " -XX:TrimNativeHeapInterval=5000 -XX:+ExitOnOutOfMemoryError");

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

  /** Starts it, and returns when it has answered. */
  static Service start(Launch launch, List<String> settings, Map<String, String> environment)
      throws IOException, InterruptedException {
    return start(launch, JVM, settings, environment);
  }

  static Service start(
      Launch launch, String jvm, List<String> settings, Map<String, String> environment)
      throws IOException, InterruptedException {
    var all = new ArrayList<>(SETTINGS);
    all.addAll(settings);
    return launch.start(jvm, all, environment);
  }
}
