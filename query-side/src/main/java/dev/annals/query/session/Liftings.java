package dev.annals.query.session;

import dev.annals.query.view.Parameters;
import dev.annals.query.view.Recorded;
import dev.annals.session.SessionId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Passwords that were changed in sessions stored before, which may be used for all from there. */
final class Liftings {
  private static final String UPDATE =
      """
      update session
      set lifted_position = changed.position, lifted_at = %s
      from unnest(?::uuid[], ?::bigint[], ?::bigint[]) as changed (session, position, at)
      where session.session = changed.session and lifted_position is null
      """
          .formatted(Parameters.TIME.formatted("changed.at"));

  private final Parameters changed = new Parameters("uuid", "int8", "int8");
  private final Set<SessionId> sessions = new HashSet<>();

  void add(SessionId session, Recorded recorded) {
    if (sessions.add(session)) {
      changed.add(session.value(), recorded.position(), recorded.at());
    }
  }

  void flush(Connection connection) throws SQLException {
    if (changed.isEmpty()) {
      return;
    }
    try (var update = connection.prepareStatement(UPDATE)) {
      var _ = changed.set(update, 1);
      var _ = update.executeUpdate();
    }
    changed.clear();
    sessions.clear();
  }
}
