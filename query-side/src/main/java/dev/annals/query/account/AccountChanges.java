package dev.annals.query.account;

import static dev.annals.query.view.Columns.maybeText;

import dev.annals.account.AccountId;
import dev.annals.query.view.Asking;
import dev.annals.query.view.Change;
import dev.annals.query.view.Shape;
import dev.annals.query.view.Value;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What became of accounts, their keys and their subjects, field by field. */
public final class AccountChanges {
  private record Thing(long madeAt, String id) {}

  private record Sides(Map<String, Value> before, Map<String, Value> after) {
    Sides() {
      this(new HashMap<>(), new HashMap<>());
    }
  }

  /** A table, and what its changes are called. */
  private record Table<S>(
      Shape<?, S> shape, String kind, String id, Function<S, Map<String, Value>> fields) {
    /** What each event made of each key, and what that was before. */
    String madeAt() {
      return """
      with made as (select * from $.%1$s where from_position = any(?))
      select 'after' as side, from_position as made_at, made.* from made
      union all
      select 'before', made.from_position, earlier.* from made cross join lateral (
        select * from $.%1$s as old
        where old.%2$s = made.%2$s and old.from_position < made.from_position
        order by old.from_position desc limit 1) as earlier
      """
          .formatted(shape.table(), shape.key());
    }

    /** Of each key of an account, or of the account itself, what it was at two moments. */
    String twice() {
      return """
      (select 'before' as side, 0::bigint as made_at, version.* from $.%1$s as version
      where account = ? and from_position <= ? and (to_position is null or to_position > ?)
      order by from_position desc limit %2$s)
      union all
      (select 'after', 0, version.* from $.%1$s as version
      where account = ? and from_position <= ? and (to_position is null or to_position > ?)
      order by from_position desc limit %2$s)
      """
          .formatted(shape.table(), shape.key().equals("account") ? "1" : "all");
    }
  }

  private static final List<Table<?>> TABLES =
      List.of(
          new Table<>(new AccountShape(), "account", "account", Fields::of),
          new Table<>(new SignInShape(), "account", "account", Fields::of),
          new Table<>(new KeyShape(), "api_key", "api_key", Fields::of),
          new Table<>(new SubjectShape(), "federated_subject", "subject", Fields::of));

  private final Asking asking;

  /**
   * Questions to one generation of the view.
   *
   * @param schema of the generation
   */
  public AccountChanges(Connection connection, String schema) {
    asking = new Asking(connection, schema);
  }

  /** What the events at these positions changed; a query a table, however many positions. */
  public Map<Long, List<Change>> at(Collection<Long> positions) throws SQLException {
    var found = new TreeMap<Long, List<Change>>();
    for (var table : TABLES) {
      at(table, positions, found);
    }
    return found;
  }

  /** What was different after the second position from what it was after the first. */
  public List<Change> between(AccountId account, long from, long to) throws SQLException {
    var found = new TreeMap<Long, List<Change>>();
    for (var table : TABLES) {
      between(table, account, from, to, found);
    }
    return found.values().stream().flatMap(List::stream).toList();
  }

  private <S> void at(Table<S> table, Collection<Long> positions, Map<Long, List<Change>> found)
      throws SQLException {
    var sides = new HashMap<Thing, Sides>();
    var _ = asking.all(table.madeAt(), row -> read(table, row, sides), positions);
    compare(table, sides, found);
  }

  private <S> void between(
      Table<S> table, AccountId account, long from, long to, Map<Long, List<Change>> found)
      throws SQLException {
    var sides = new HashMap<Thing, Sides>();
    var id = account.value();
    var _ = asking.all(table.twice(), row -> read(table, row, sides), id, from, from, id, to, to);
    compare(table, sides, found);
  }

  private static <S> boolean read(Table<S> table, ResultSet row, Map<Thing, Sides> sides)
      throws SQLException {
    var thing = new Thing(row.getLong("made_at"), maybeText(row, table.id()).orElseThrow());
    var known = sides.computeIfAbsent(thing, _ -> new Sides());
    var side = row.getString("side").equals("before") ? known.before() : known.after();
    side.putAll(table.fields().apply(table.shape().read(row)));
    return true;
  }

  private static void compare(
      Table<?> table, Map<Thing, Sides> sides, Map<Long, List<Change>> found) {
    sides.forEach((thing, both) ->
        found
            .computeIfAbsent(thing.madeAt(), _ -> new ArrayList<>())
            .addAll(Change.between(table.kind(), thing.id(), both.before(), both.after())));
  }
}
