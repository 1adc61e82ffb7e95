package dev.annals.query.session;

import dev.annals.account.AccountId;
import dev.annals.query.view.Asking;
import dev.annals.session.SessionId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was known of sessions as of a position: index lookups, whatever came before and since. */
public final class SessionsAt {
  private static final String ONE =
      "select * from $.session where session = ? and from_position <= ?";

  /** Newest first; a page goes on below the session that the one before it ended with. */
  private static final String OF_ACCOUNT =
      """
      select * from $.session
      where account = ? and from_position <= ? and from_position < ?
      order by from_position desc limit ?
      """;

  private static final String LIVE_OF_ACCOUNT =
      """
      select * from $.session
      where account = ? and from_position <= ? and from_position < ?
        and (to_position is null or to_position > ?) and expires_at > ?
      order by from_position desc limit ?
      """;

  /**
   * See {@link SessionTable} for spans: of each, only so much of the log is looked at as a session
   * of that span could last. One second more is for what the logarithm has lost. The wall clock may
   * be behind what the log has reached, and then no session of the log is later than asked.
   */
  static final String SIGNED_IN =
      """
      with asked as (
        select ?::bigint as position, ?::timestamptz as at, ?::uuid as after, ?::int as most),
      bounds as (
        select coalesce(from_reached, timestamptz '-infinity') as after_reached,
          coalesce(from_position, 0) as after_position,
          greatest(asked.at, (
            select reached_at from $.clock where clock.position <= asked.position)) as latest
        from asked left join $.session on session.session = asked.after)
      select live.* from asked cross join bounds
      cross join generate_series(0, 40) as spans (span)
      cross join lateral (
        select asked.at - (2 ^ least(spans.span + 1, 34) + 1) * interval '1 second' as earliest) as since
      cross join lateral (
        select * from $.session
        where session.span = spans.span
          and (from_reached, from_position) > (
            greatest(since.earliest, bounds.after_reached),
            case when bounds.after_reached < since.earliest then 0
              else bounds.after_position end)
          and from_reached <= bounds.latest
          and from_position <= asked.position
          and (to_position is null or to_position > asked.position)
          and expires_at > asked.at
        order by from_reached, from_position limit asked.most) as live
      order by from_position limit (select most from asked)
      """;

  private static final UUID NOBODY = new UUID(0, 0);

  private final Asking asking;

  /**
   * Questions to one generation of the view.
   *
   * @param schema of the generation
   */
  public SessionsAt(Connection connection, String schema) {
    asking = new Asking(connection, schema);
  }

  /** Empty when it had not begun by then. */
  public Optional<SessionPicture> find(SessionId session, long position) throws SQLException {
    return asking.first(ONE, row -> SessionPicture.read(row, position), session.value(), position);
  }

  /**
   * A page of all that an account had ever begun by then, newest first.
   *
   * @param before the position where the last session of the page before began; else the greatest
   */
  public List<SessionPicture> of(AccountId account, long position, long before, int limit)
      throws SQLException {
    return asking.all(
        OF_ACCOUNT,
        row -> SessionPicture.read(row, position),
        account.value(),
        position,
        before,
        limit);
  }

  /** The newest of those that were live then, having neither ended nor expired. */
  public List<SessionPicture> liveOf(AccountId account, long position, Instant at, int limit)
      throws SQLException {
    return asking.all(
        LIVE_OF_ACCOUNT,
        row -> SessionPicture.read(row, position),
        account.value(),
        position,
        Long.MAX_VALUE,
        position,
        at,
        limit);
  }

  /**
   * Who was signed in, in the order in which they came.
   *
   * @param at the moment; of a position, the latest time that any event up to it names
   * @param after the last session of the page before
   */
  public List<SessionPicture> signedIn(
      long position, Instant at, Optional<SessionId> after, int limit) throws SQLException {
    return asking.all(
        SIGNED_IN,
        row -> SessionPicture.read(row, position),
        position,
        at,
        after.map(SessionId::value).orElse(NOBODY),
        limit);
  }
}
