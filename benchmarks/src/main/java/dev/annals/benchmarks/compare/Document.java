package dev.annals.benchmarks.compare;

import static java.util.stream.Collectors.joining;

import dev.annals.benchmarks.machine.Machine;
import dev.annals.benchmarks.peer.AnnalsProcess;
import dev.annals.benchmarks.peer.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;

/** The part of {@code docs/performance.md} that is about this comparison, and its pictures. */
final class Document {
  private static final String BEGIN = "<!-- side by side: written by KeycloakBenchmark -->\n";
  private static final String END = "<!-- end of side by side -->\n";
  private static final String EMPTY = "# Performance\n\n" + BEGIN + END;

  private static final String COMMITS =
      """

      Annals answers only when what it says is on disk. Keycloak as it is shipped commits sessions and events asynchronously since 26.7: \
      what it has acknowledged can be lost when the machine stops. "Keycloak, durable" is the same with commits that wait for the disk.
      """;

  private final Options options;
  private final Results results;

  Document(Options options, Results results) {
    this.options = options;
    this.results = results;
  }

  /** Below the directory that has the Maven wrapper; the rest of the page stays as it is. */
  void write() throws IOException {
    var docs = root(Path.of("").toAbsolutePath()).resolve("docs");
    var charts = new Charts(results).all();
    var pictures = Files.createDirectories(docs.resolve("performance"));
    for (var chart : charts.entrySet()) {
      var _ = Files.writeString(pictures.resolve(chart.getKey() + ".svg"), chart.getValue().svg());
    }
    var page = docs.resolve("performance.md");
    var before = Files.exists(page) ? Files.readString(page) : EMPTY;
    int from = before.indexOf(BEGIN) + BEGIN.length();
    var after = before.substring(0, from) + text(charts) + before.substring(before.indexOf(END));
    var _ = Files.writeString(page, after);
  }

  private static Path root(Path directory) {
    return Files.exists(directory.resolve("mvnw"))
        ? directory
        : root(Objects.requireNonNull(directory.getParent()));
  }

  String text() {
    return text(Map.of());
  }

  private String text(Map<String, Chart> charts) {
    return """
    ## Annals and Keycloak side by side

    %s, on %s.

    ```sh
    %s
    ```

    %s
    %s
    %s
    %s
    """
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Machine.words(),
            Options.command(),
            settings(),
            COMMITS,
            new Tables(results).text(),
            charts.entrySet().stream().map(Document::picture).collect(joining("\n")));
  }

  private static String picture(Map.Entry<String, Chart> chart) {
    return "![%s](performance/%s.svg)%n".formatted(chart.getValue().words(), chart.getKey());
  }

  private String settings() {
    var databases =
        results.settings().entrySet().stream()
            .map(each -> "- " + each.getKey() + ": " + each.getValue() + "\n")
            .collect(joining());
    return """
    %sAnnals runs with `%s`, Keycloak as `kc.sh start --optimized` gives itself its JVM, heap and threads. Both: HTTP without TLS, kept alive; \
    Argon2id 7168 KiB, 5 passes, 1 lane; events kept. %d rounds in turns, %d s each; medians. Start and memory: the others are stopped, \
    idle for %d s.
    """
        .formatted(
            databases + "\n",
            AnnalsProcess.JVM,
            options.rounds(),
            options.times().measured().toSeconds(),
            options.times().idle().toSeconds());
  }
}
