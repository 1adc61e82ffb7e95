package dev.annals.store.sql;

import dev.annals.store.NewEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;

/** What the writer says to the database. */
public final class EventTable {
  /** Where new heads are announced. */
  public static final String CHANNEL = "annals_log";

  /** Separates the tags of one event in transit; no tag holds a control character. */
  private static final String SEPARATOR = "\u001f";

  /**
   * The events are the outer statement, hence inserted before the tags: two writers at the same
   * position meet at the first event, and cannot lock each other's tags.
   */
  private static final String INSERT =
      """
      with tagged as (
        insert into event_tag (tag, position)
        select * from unnest(?::text[], ?::bigint[]))
      insert into event (position, id, at, name, version, tags, metadata, payload)
      select p, i::uuid, timestamptz 'epoch' + us * interval '1 microsecond', n, v,
        string_to_array(t, E'\\x1f'), m, b
      from unnest(?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bytea[],
        ?::bytea[]) as events (p, i, us, n, v, t, m, b)
      """;

  private EventTable() {}

  /** Stores the events at {@code first} and the following positions, in one statement. */
  public static void insert(Connection connection, long first, List<NewEvent> events)
      throws SQLException {
    var columns = new EventColumns(first, events);
    var arrays = connection.unwrap(PGConnection.class);
    try (var statement = connection.prepareStatement(INSERT)) {
      int index = 0;
      for (var column : columns.inOrder()) {
        statement.setArray(++index, arrays.createArrayOf(column.type(), column.values()));
      }
      statement.executeUpdate();
    }
  }

  static String joined(List<String> tags) {
    return String.join(SEPARATOR, tags);
  }

  /** The last position, or 0. */
  public static long head(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement("select max(position) from event");
        var result = statement.executeQuery()) {
      return result.next() ? result.getLong(1) : 0;
    }
  }

  /** What was stored after a position, without the bytes. */
  public static List<Fact> facts(Connection connection, long after, int limit) throws SQLException {
    var sql =
        "select position, id, name, tags from event where position > ? order by position limit ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, after);
      statement.setInt(2, limit);
      try (var result = statement.executeQuery()) {
        var facts = new ArrayList<Fact>();
        while (result.next()) {
          facts.add(
              new Fact(
                  result.getLong(1),
                  result.getObject(2, UUID.class),
                  result.getString(3),
                  EventQuery.tags(result, 4)));
        }
        return facts;
      }
    }
  }

  /** The ids at {@code first} and the following positions, as far as there are any. */
  public static List<UUID> ids(Connection connection, long first, int limit) throws SQLException {
    var sql = "select id from event where position >= ? order by position limit ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setLong(1, first);
      statement.setInt(2, limit);
      try (var result = statement.executeQuery()) {
        var ids = new ArrayList<UUID>();
        while (result.next()) {
          ids.add(result.getObject(1, UUID.class));
        }
        return ids;
      }
    }
  }

  /** Tells every listening process how far the log goes. */
  public static boolean announce(Connection connection, long head) throws SQLException {
    try (var statement = connection.prepareStatement("select pg_notify('" + CHANNEL + "', ?)")) {
      statement.setString(1, Long.toString(head));
      return statement.execute();
    }
  }

  /** Whether the server only follows another one. */
  public static boolean isReplica(Connection connection) throws SQLException {
    return truth(connection, "select pg_is_in_recovery()");
  }

  /** Whether this session may and can insert events. */
  public static boolean isWritable(Connection connection) throws SQLException {
    return truth(
        connection,
        """
        select not pg_is_in_recovery()
          and current_setting('transaction_read_only') = 'off'
          and has_table_privilege('event', 'insert')
          and has_table_privilege('event_tag', 'insert')
        """);
  }

  /** An acknowledged append is on disk, whatever the server's default says. */
  public static void insistOnDurability(Connection connection) throws SQLException {
    if (truth(connection, "select current_setting('synchronous_commit') = 'off'")) {
      try (var statement = connection.createStatement()) {
        statement.execute("set synchronous_commit = on");
      }
    }
  }

  private static boolean truth(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet result = statement.executeQuery()) {
      return result.next() && result.getBoolean(1);
    }
  }
}
