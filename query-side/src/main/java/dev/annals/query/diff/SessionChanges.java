package dev.annals.query.diff;

import static dev.annals.query.view.Columns.maybeText;

import dev.annals.account.AccountId;
import dev.annals.query.view.Asking;
import dev.annals.query.view.Change;
import dev.annals.query.view.Value;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of sessions. */
public final class SessionChanges {
  /** Expired ones ended without anybody noticing, and are not told. */
  private static final String ENDED_AT =
      """
      select to_position, ended_by, count(*) as many,
        (array_agg(session))[1] as session, (array_agg(account))[1] as account
      from $.session
      where to_position = any(?) and expires_at > to_at
      group by to_position, ended_by order by to_position
      """;

  private static final String BETWEEN =
      """
      select session, from_position > ? as begun, to_position <= ? as over, ended_by
      from $.session
      where account = ? and from_position <= ? and (from_position > ? or to_position > ?)
        and (from_position > ? or to_position <= ?)
      order by from_position limit ?
      """;

  private final Asking asking;

  /**
   * Questions to one generation of the view.
   *
   * @param schema of the generation
   */
  public SessionChanges(Connection connection, String schema) {
    asking = new Asking(connection, schema);
  }

  /**
   * Which sessions the events at these positions ended; where one ended several, how many. That an
   * event began a session is what it says itself.
   */
  public Map<Long, List<Change>> at(Collection<Long> positions) throws SQLException {
    var found = new TreeMap<Long, List<Change>>();
    var _ =
        asking.all(
            ENDED_AT, row -> found.put(row.getLong("to_position"), List.of(ended(row))), positions);
    return found;
  }

  /** Which sessions of an account began, ended, or both; the first so many of them. */
  public List<Change> between(AccountId account, long from, long to, int limit)
      throws SQLException {
    return asking.all(
        BETWEEN,
        SessionChanges::change,
        from,
        to,
        account.value(),
        to,
        from,
        from,
        from,
        to,
        limit);
  }

  private static Change ended(ResultSet row) throws SQLException {
    long many = row.getLong("many");
    return many == 1
        ? new Change(
            "session",
            row.getString("session"),
            "state",
            Value.of("live"),
            Value.of(row.getString("ended_by")))
        : new Change(
            "account",
            row.getString("account"),
            "sessions_ended",
            new Value.Nothing(),
            Value.of(many));
  }

  private static Change change(ResultSet row) throws SQLException {
    var over = row.getBoolean("over") ? maybeText(row, "ended_by").orElse("live") : "live";
    return new Change(
        "session",
        row.getString("session"),
        "state",
        row.getBoolean("begun") ? new Value.Nothing() : Value.of("live"),
        Value.of(over));
  }
}
