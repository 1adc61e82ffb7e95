package dev.annals.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.SystemUtils;

/** The programs of the PostgreSQL that Annals carries, unpacked below the data directory. */
record PostgresPrograms(Path directory) {

  /** What a program said and how it ended. */
  record Ended(int status, String said) {
    String orRefuse(String wish) {
      if (status == 0) {
        return said;
      }
      throw new StartRefused("PostgreSQL could not %s:%n%s".formatted(wish, said.strip()));
    }
  }

  static PostgresPrograms unpackedIn(Path root) throws IOException {
    return new PostgresPrograms(new PostgresArchive(PostgresPrograms::packed).unpackIn(root));
  }

  private static InputStream packed() throws IOException {
    return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), SystemUtils.OS_ARCH);
  }

  int majorVersion() throws IOException {
    var version = run("", "postgres", "--version").orRefuse("say its version");
    return Integer.parseInt(version.replaceFirst("(?s)\\D*(\\d+).*", "$1"));
  }

  /** Never with a secret among the arguments: those are for everyone to see. */
  Ended run(String input, String program, String... arguments) throws IOException {
    var process = new ProcessBuilder(command(program, arguments)).redirectErrorStream(true).start();
    try (var output = process.outputWriter(UTF_8)) {
      output.write(input);
    }
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(awaited(process), said);
  }

  private List<String> command(String program, String... arguments) {
    var command = new ArrayList<String>();
    if (LinuxUtils.isUnshareAvailable()) {
      // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody.
      command.addAll(List.of("unshare", "--user"));
    }
    command.add(directory.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private static int awaited(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartRefused("Interrupted while PostgreSQL was starting or stopping", e);
    }
  }

  private static String system() {
    if (SystemUtils.IS_OS_WINDOWS) {
      return "Windows";
    }
    return SystemUtils.IS_OS_MAC_OSX ? "Darwin" : "Linux";
  }
}
