package dev.annals.benchmarks.jmh;

import dev.annals.benchmarks.BenchmarkDatabase;
import dev.annals.benchmarks.page.Page;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The command: everything beside it, by JMH, told as a table. */
public final class Jmh {
  private static final Page PAGE = new Page("parts", "What the parts cost", Jmh.class);

  private Jmh() {}

  public static void main(String[] arguments) throws Exception {
    var effort = Effort.given();
    var server = new BenchmarkDatabase();
    var parts = new Parts(run(effort, server));
    var body = "PostgreSQL " + server.version() + ". " + effort.words() + ".\n\n" + parts.table();
    PAGE.tell(body, Map.of("parts", parts.chart()));
    System.exit(0);
  }

  static Collection<RunResult> run(Effort effort, BenchmarkDatabase server)
      throws RunnerException, IOException, SQLException {
    var progress = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL);
    return new Runner(options(effort, server), progress).run();
  }

  private static Options options(Effort effort, BenchmarkDatabase server) {
    var builder =
        new OptionsBuilder()
            .forks(effort.forks())
            .warmupIterations(effort.iterations().warmUp())
            .measurementIterations(effort.iterations().measured())
            .warmupTime(TimeValue.milliseconds(effort.iterations().millis()))
            .measurementTime(TimeValue.milliseconds(effort.iterations().millis()))
            .param("server", server.url())
            .param("events", effort.events().toArray(String[]::new))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true);
    for (var name : effort.only()) {
      var _ = builder.include(Jmh.class.getPackageName() + ".*\\." + name + "\\w*Benchmark\\.");
    }
    return builder.build();
  }
}
