package dev.annals.query.session;

import dev.annals.account.AccountId;
import dev.annals.query.view.Parameters;
import dev.annals.session.SessionId;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What ends sessions that were stored before: their own events and those of their accounts. The
 * first one holds.
 */
final class SessionEnds {
  private static final String OWN =
      """
      select session, position, at, reached, why
      from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[])
        as own (session, position, at, reached, why)
      """;

  /** Foreign families have no session that could go on after its password was changed. */
  private static final String OF_ACCOUNTS =
      """
      select live.session, position, at, reached, why
      from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[])
        as whole (account, spared, position, at, reached, why)
      cross join lateral (
        select session, family from session
        where session.account = whole.account and to_position is null offset 0) as live
      where not (live.session = whole.spared and live.family = 'annals')
      """;

  private static final String UPDATE =
      """
      with ended as (
        select distinct on (session) * from (%s union all %s) as any_end
        order by session, position)
      update session
      set to_position = ended.position,
        to_at = %s,
        to_reached = %s,
        ended_by = ended.why
      from ended
      where session.session = ended.session and session.to_position is null
      """
          .formatted(
              OWN,
              OF_ACCOUNTS,
              Parameters.TIME.formatted("ended.at"),
              Parameters.TIME.formatted("ended.reached"));

  private final Parameters own = new Parameters("uuid", "int8", "int8", "int8", "text");
  private final Parameters accounts =
      new Parameters("uuid", "uuid", "int8", "int8", "int8", "text");

  void add(SessionId session, Ending ending) {
    own.add(session.value(), ending.position(), ending.at(), ending.reached(), ending.why());
  }

  void add(AccountId account, SessionId spared, Ending ending) {
    accounts.add(
        account.value(),
        spared.value(),
        ending.position(),
        ending.at(),
        ending.reached(),
        ending.why());
  }

  void flush(Connection connection) throws SQLException {
    if (own.isEmpty() && accounts.isEmpty()) {
      return;
    }
    try (var update = connection.prepareStatement(UPDATE)) {
      var _ = accounts.set(update, own.set(update, 1));
      var _ = update.executeUpdate();
    }
    own.clear();
    accounts.clear();
  }
}
