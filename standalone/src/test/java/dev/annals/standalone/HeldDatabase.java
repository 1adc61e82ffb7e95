package dev.annals.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/** A process that holds a database until somebody kills it. */
final class HeldDatabase {

  private HeldDatabase() {}

  public static void main(String... arguments) throws IOException {
    var data = DataDirectory.claim(Path.of(arguments[0]));
    var database = EmbeddedDatabase.start(data, () -> UUID.randomUUID().toString());
    System.out.println(database.url());
    while (System.in.read() >= 0) {
      // Until the parent ends.
    }
  }

  /** The address of its database, once it is ready. */
  static String announced(Process process) {
    return process
        .inputReader(UTF_8)
        .lines()
        .filter(line -> line.startsWith("jdbc:"))
        .findFirst()
        .orElseThrow();
  }

  static Process on(Path data) throws IOException {
    var java = ProcessHandle.current().info().command().orElseThrow();
    var command =
        new String[] {
          java,
          "-cp",
          System.getProperty("java.class.path"),
          HeldDatabase.class.getName(),
          data.toString()
        };
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
