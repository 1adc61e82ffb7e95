package dev.annals.benchmarks.peer;

import dev.annals.benchmarks.load.Orders.Asked;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The command side alone, on a database with the logins that {@code docker/create-logins.sh} makes.
 */
public final class AnnalsCommands implements OnCluster {
  private static final String LOGINS =
      """
      CREATE ROLE annals_log_writer NOLOGIN
      CREATE ROLE annals_log_reader NOLOGIN
      CREATE ROLE annals_log_witness NOLOGIN
      CREATE ROLE annals_log_relay NOLOGIN
      CREATE ROLE annals_owner LOGIN
      CREATE ROLE annals LOGIN IN ROLE annals_log_writer
      CREATE DATABASE annals OWNER annals_owner
      GRANT CONNECT ON DATABASE annals TO annals_log_writer, annals_log_reader\
      """;

  public static final String DATABASE = "annals";

  private final Cluster cluster;
  private final Launch launch =
      new Launch(
          "dev.annals.command.AnnalsCommandSide",
          List.of("query-side", "standalone", "benchmarks"));

  public AnnalsCommands() throws IOException {
    cluster = new Cluster(Map.of());
    cluster.execute("postgres", LOGINS);
  }

  @Override
  public String name() {
    return "Annals";
  }

  @Override
  public Service start() throws IOException, InterruptedException {
    return start("");
  }

  /**
   * Starts it, or one more of it on the same database.
   *
   * @param jvm options besides the usual ones
   */
  public Service start(String jvm) throws IOException, InterruptedException {
    return AnnalsProcess.start(
        launch,
        (AnnalsProcess.JVM + " " + jvm).strip(),
        List.of(
            "--annals.database.url=" + cluster.url(DATABASE),
            "--annals.database.username=annals",
            "--annals.database.migration.username=annals_owner"),
        Map.of("ANNALS_KEK", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="));
  }

  @Override
  public Map<Work, Asked> prepare(Service service) throws IOException, InterruptedException {
    return new AnnalsWork(service).prepare();
  }

  @Override
  public Cluster cluster() {
    return cluster;
  }

  @Override
  public void close() throws IOException {
    launch.close();
    cluster.close();
  }
}
