package dev.annals.query.session;

import dev.annals.account.AccountId;
import dev.annals.query.view.Updates;
import dev.annals.session.SessionId;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * What ends sessions that were stored before: their own events and those of their accounts. The
 * first one holds.
 */
final class SessionEnds {
  private final Updates own =
      new Updates(
          """
          update session set to_position = ?, to_at = ?, to_reached = ?, ended_by = ?
          where session = ? and (to_position is null or to_position > ?)
          """);

  /** Foreign families have no session that could go on after its password was changed. */
  private final Updates accounts =
      new Updates(
          """
          update session set to_position = ?, to_at = ?, to_reached = ?, ended_by = ?
          where account = ? and to_position is null and not (session = ? and family = 'annals')
          """);

  void add(SessionId session, Ending ending) {
    own.add(
        ending.position(),
        ending.at(),
        ending.reached(),
        ending.why(),
        session.value(),
        ending.position());
  }

  void add(AccountId account, SessionId spared, Ending ending) {
    accounts.add(
        ending.position(),
        ending.at(),
        ending.reached(),
        ending.why(),
        account.value(),
        spared.value());
  }

  /** Those of accounts find by an index what has not ended; what ended earlier comes second. */
  void flush(Connection connection) throws SQLException {
    accounts.flush(connection);
    own.flush(connection);
  }
}
