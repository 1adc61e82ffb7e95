package dev.annals.benchmarks.compare;

import static java.util.stream.Collectors.joining;

import dev.annals.benchmarks.peer.AnnalsProcess;
import dev.annals.benchmarks.peer.Options;

/** What is said about this comparison. */
final class Document {
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

  String text() {
    return settings() + COMMITS + "\n" + new Tables(results).text();
  }

  private String settings() {
    var databases =
        results.settings().entrySet().stream()
            .map(each -> "- " + each.getKey() + ": " + each.getValue() + "\n")
            .collect(joining());
    return """
    %sAnnals runs with `%s`, Keycloak as `kc.sh start --optimized` gives itself its JVM, heap and threads. Both: HTTP without TLS, kept alive; \
    Argon2id 7168 KiB, 5 passes, 1 lane; events kept. All clients are at one address, of which Annals lets 20 sign-ins be under way \
    while others wait. %d rounds in turns, %d s each; medians. Start and memory: the others are stopped, \
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
