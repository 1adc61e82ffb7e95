package dev.annals.store.postgres;

import dev.annals.store.Append;
import dev.annals.store.AppendConflict;
import dev.annals.store.Condition;
import dev.annals.store.Criteria;
import dev.annals.store.Samples;
import dev.annals.store.sql.LogSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/** A writer in a JVM of its own; prints how many of its appends were accepted. */
final class AnotherProcess {
  private AnotherProcess() {}

  static Process start(String url) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java, "-cp", System.getProperty("java.class.path"), AnotherProcess.class.getName(), url)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  public static void main(String[] arguments) throws IOException {
    var settings = LogSettings.of(arguments[0], "annals", "annals");
    try (var log = PostgresLog.open(settings, new SimpleMeterRegistry())) {
      System.out.println("ready");
      var go = System.in.read();
      System.out.println(go < 0 ? 0 : race(log));
    }
  }

  /** A hundred registrations of each of ten logins. */
  static int race(PostgresLog log) {
    var appends =
        IntStream.range(0, 1_000)
            .mapToObj(i -> {
              var tag = "login:" + i % 10;
              var condition = Condition.nothing(Criteria.tag(tag), 0);
              return log.append(Append.of(Samples.event("registered", tag)).on(condition));
            })
            .toList();
    int accepted = 0;
    for (var append : appends) {
      try {
        append.join();
        accepted++;
      } catch (CompletionException e) {
        if (!(e.getCause() instanceof AppendConflict)) {
          throw e;
        }
      }
    }
    return accepted;
  }
}
