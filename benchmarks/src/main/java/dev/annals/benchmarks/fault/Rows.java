package dev.annals.benchmarks.fault;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** What the databases hold, asked in SQL and without any help of the server's code. */
final class Rows {
  private static final int PAGE = 5_000;
  private static final String SERVING = "from public.annals_view where role = 'serving'";

  private Rows() {}

  /** The log from its first event to one of the last: how it may be told from any other. */
  record Chain(long events, long head, long digest) {
    boolean isGapless() {
      return events == head;
    }
  }

  static Chain chain(Connection log, long to) throws SQLException {
    log.setAutoCommit(false);
    long events = 0;
    long head = 0;
    long digest = 0;
    try (var statement =
        log.prepareStatement(
            "select position, id::text from event where position <= ? order by position")) {
      statement.setFetchSize(PAGE);
      statement.setLong(1, to);
      var result = statement.executeQuery();
      while (result.next()) {
        events++;
        head = result.getLong(1);
        digest = 31 * digest + result.getString(2).hashCode();
      }
    }
    return new Chain(events, head, digest);
  }

  /** The last position of the log, or of a copy of it. */
  static long head(Connection database, String table) throws SQLException {
    return number(database, "select coalesce(max(position), 0) from " + table);
  }

  /** How far the slowest of the views that are asked has read. */
  static long viewed(Connection views) throws SQLException {
    return number(views, "select coalesce(min(position), 0) " + SERVING);
  }

  static long generations(Connection views) throws SQLException {
    return number(views, "select sum(generation) " + SERVING);
  }

  private static long number(Connection database, String sql) throws SQLException {
    try (var statement = database.createStatement();
        var result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  /** Each table of each view that is asked. */
  static Map<String, String> views(Connection views) throws SQLException {
    var sums = new TreeMap<String, String>();
    try (var statement = views.createStatement();
        var tables =
            statement.executeQuery(
                "select name, name || '_g' || generation as schema, tablename "
                    + SERVING.replace(
                        "where",
                        "join pg_tables on schemaname = name || '_g' || generation where"))) {
      while (tables.next()) {
        sums.put(name(tables), sum(views, tables.getString(2) + "." + tables.getString(3)));
      }
    }
    return sums;
  }

  private static String name(ResultSet table) throws SQLException {
    return table.getString(1) + "." + table.getString(3);
  }

  /** The events and tags of the log, or of a copy of it. */
  static Map<String, String> log(Connection database, String schema) throws SQLException {
    return Map.of(
        "event", sum(database, schema + ".event"),
        "event_tag", sum(database, schema + ".event_tag"));
  }

  /** Whatever the rows are, they are long; equal sums mean equal rows. */
  private static String sum(Connection database, String table) throws SQLException {
    try (var statement = database.createStatement();
        var result =
            statement.executeQuery(
                """
                select count(*) || ' rows, ' || md5(coalesce(string_agg(md5(r::text), '' order by md5(r::text)), ''))
                from %s r
                """
                    .formatted(table))) {
      result.next();
      return result.getString(1);
    }
  }
}
