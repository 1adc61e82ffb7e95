package dev.annals.benchmarks.endurance;

import dev.annals.benchmarks.endurance.Sample.Size;
import dev.annals.benchmarks.peer.AnnalsCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** What PostgreSQL says of the log while others use it. */
final class LogSize {
  private static final double BYTES_PER_MIB = 1024 * 1024.0;
  private static final String SIZE =
      """
      select coalesce(max(position), 0),
        pg_total_relation_size('event') + pg_total_relation_size('event_tag')
      from event\
      """;

  private LogSize() {}

  static Size of(AnnalsCommands annals) {
    try (var connection = annals.cluster().connect(AnnalsCommands.DATABASE);
        var statement = connection.createStatement();
        var result = statement.executeQuery(SIZE)) {
      var _ = result.next();
      return new Size(result.getLong(1), result.getLong(2) / BYTES_PER_MIB);
    } catch (SQLException e) {
      throw new IllegalStateException("the log could not be measured", e);
    }
  }

  static double postgresMemory(AnnalsCommands annals) {
    try {
      return annals.postmaster().memory();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
