package dev.annals.query.upkeep;

import dev.annals.query.upkeep.Generation.Role;
import dev.annals.store.StoredEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table that says which generations there are, how far they are, and which one is asked. */
final class Registry {
  private static final String COLUMNS =
      "select name, version, generation, role, position, at, event, error, indexed from public.annals_view ";
  private static final String TABLE =
      """
      create table if not exists public.annals_view (
        name text not null,
        generation integer not null,
        version integer not null,
        role text not null check (role in ('building', 'serving', 'retired')),
        position bigint not null default 0,
        at timestamptz,
        event uuid,
        error text,
        indexed boolean not null default false,
        primary key (name, generation)
      ) with (fillfactor = 50);
      alter table public.annals_view add column if not exists event uuid;
      create unique index if not exists annals_view_serving
        on public.annals_view (name, version) where role = 'serving'
      """;

  /** Locks of the whole registry, and of who fills what. */
  private static final int LOCKS = 0x616e6e6c;

  private Registry() {}

  /** Creates the registry, which several processes may do at once. */
  static void create(Connection connection) throws SQLException {
    lockAll(connection);
    execute(connection, TABLE);
    connection.commit();
  }

  private static void lockAll(Connection connection) throws SQLException {
    execute(connection, "select pg_advisory_xact_lock(" + LOCKS + ", 0)");
  }

  static List<Generation> all(Connection connection, String view) throws SQLException {
    return select(connection, COLUMNS + "where name = ? order by generation", view);
  }

  /** The generation that answers for this version of the view. */
  static Optional<Generation> serving(Connection connection, String view, int version)
      throws SQLException {
    var sql = COLUMNS + "where name = ? and version = ? and role = 'serving'";
    return select(connection, sql, view, version).stream().findFirst();
  }

  /** The same, and nobody moves it until this transaction is over. */
  static Optional<Generation> servingHeld(Connection connection, String view, int version)
      throws SQLException {
    var sql = COLUMNS + "where name = ? and version = ? and role = 'serving' for update";
    return select(connection, sql, view, version).stream().findFirst();
  }

  /** A generation to be filled, with its schema; the tables are for the caller to create. */
  static Generation begin(Connection connection, String view, int version) throws SQLException {
    lockAll(connection);
    var sql =
        """
        insert into public.annals_view (name, generation, version, role)
        select ?, coalesce(max(generation), 0) + 1, ?, 'building'
        from public.annals_view where name = ?
        returning name, version, generation, role, position, at, event, error, indexed
        """;
    var generation = select(connection, sql, view, version, view).getFirst();
    execute(connection, "drop schema if exists " + generation.schema() + " cascade");
    execute(connection, "create schema " + generation.schema());
    return generation;
  }

  /** Moves the bookmark; false if the generation is not what or where it was taken to be. */
  static boolean move(Connection connection, Generation from, StoredEvent to) throws SQLException {
    var sql =
        "update public.annals_view set position = ?, at = ?, event = ?, error = null"
            + " where name = ? and generation = ? and role = ? and position = ?";
    var time = to.at().atOffset(ZoneOffset.UTC);
    return update(
            connection,
            sql,
            to.position(),
            time,
            to.id(),
            from.view(),
            from.number(),
            from.role().sql(),
            from.position())
        == 1;
  }

  /** Notes what keeps a generation from reading on; null when nothing does any more. */
  static void stopped(Connection connection, Generation generation, @Nullable String error)
      throws SQLException {
    var sql = "update public.annals_view set error = ? where name = ? and generation = ?";
    var _ = update(connection, sql, error, generation.view(), generation.number());
  }

  /** Notes that a generation has what questions need. */
  static void indexed(Connection connection, Generation generation) throws SQLException {
    var sql = "update public.annals_view set indexed = true where name = ? and generation = ?";
    var _ = update(connection, sql, generation.view(), generation.number());
  }

  static void give(Connection connection, Generation generation, Role role) throws SQLException {
    var sql = "update public.annals_view set role = ? where name = ? and generation = ?";
    var _ = update(connection, sql, role.sql(), generation.view(), generation.number());
  }

  /** Drops a generation, unless somebody reads it for longer than we wait. */
  static void drop(Connection connection, Generation generation) throws SQLException {
    execute(connection, "set local lock_timeout = '200ms'");
    execute(connection, "drop schema if exists " + generation.schema() + " cascade");
    var sql = "delete from public.annals_view where name = ? and generation = ?";
    var _ = update(connection, sql, generation.view(), generation.number());
  }

  /** Takes a lock that this connection keeps, unless another one has it. */
  static boolean lock(Connection connection, String what) throws SQLException {
    var sql = "select pg_try_advisory_lock(" + LOCKS + ", hashtext(?))";
    return truth(connection, sql, what);
  }

  /** Gives a lock back at once; the server takes its time to when a connection ends. */
  static void unlock(Connection connection, String what) throws SQLException {
    var _ = truth(connection, "select pg_advisory_unlock(" + LOCKS + ", hashtext(?))", what);
    connection.commit();
  }

  /** Whether nobody has a lock; takes it until the transaction is over. */
  static boolean isFree(Connection connection, String what) throws SQLException {
    var sql = "select pg_try_advisory_xact_lock(" + LOCKS + ", hashtext(?))";
    return truth(connection, sql, what);
  }

  private static boolean truth(Connection connection, String sql, String parameter)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter);
      try (var result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int update(Connection connection, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      set(statement, parameters);
      return statement.executeUpdate();
    }
  }

  private static List<Generation> select(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      set(statement, parameters);
      try (var row = statement.executeQuery()) {
        var generations = new ArrayList<Generation>();
        while (row.next()) {
          generations.add(generation(row));
        }
        return generations;
      }
    }
  }

  private static void set(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }

  private static Generation generation(ResultSet row) throws SQLException {
    return new Generation(
        row.getString("name"),
        row.getInt("version"),
        row.getInt("generation"),
        Role.of(row.getString("role")),
        bookmark(row),
        Optional.ofNullable(row.getString("error")),
        row.getBoolean("indexed"));
  }

  private static Bookmark bookmark(ResultSet row) throws SQLException {
    return new Bookmark(
        row.getLong("position"),
        Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getObject("event", UUID.class)));
  }
}
