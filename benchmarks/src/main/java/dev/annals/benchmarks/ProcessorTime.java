package dev.annals.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Processor time of this process and of a PostgreSQL server on this machine, which others who use
 * the machine do not blur. Needs {@code /proc}; elsewhere the server's is 0.
 */
final class ProcessorTime {
  private static final double TICKS_PER_SECOND = 100;

  private final long postmaster;

  ProcessorTime(PGSimpleDataSource database) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      postmaster = stat(row.getLong(1))[1];
    }
  }

  /** Seconds that were used so far. */
  record Used(double ours, double servers) {
    Used since(Used before) {
      return new Used(ours - before.ours, servers - before.servers);
    }

    String of(long events) {
      return "CPU us/event: Java %.1f, PostgreSQL %.1f"
          .formatted(ours * 1e6 / events, servers * 1e6 / events);
    }
  }

  Used used() {
    var ours = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    return new Used(ours.toNanos() / 1e9, servers());
  }

  /** Of the postmaster, its children, and those of them that have ended. */
  private double servers() {
    long ticks = 0;
    for (var process : ProcessHandle.allProcesses().toList()) {
      var stat = stat(process.pid());
      if (process.pid() == postmaster) {
        ticks += stat[11] + stat[12] + stat[13] + stat[14];
      } else if (stat[1] == postmaster) {
        ticks += stat[11] + stat[12];
      }
    }
    return ticks / TICKS_PER_SECOND;
  }

  /** The fields of /proc/pid/stat after the name, the state being number 0. */
  private static long[] stat(long pid) {
    try {
      var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return Arrays.stream(fields)
          .mapToLong(field -> field.matches("-?[0-9]{1,18}") ? Long.parseLong(field) : 0)
          .toArray();
    } catch (IOException _) {
      return new long[20];
    }
  }
}
