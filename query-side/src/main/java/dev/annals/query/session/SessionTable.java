package dev.annals.query.session;

import dev.annals.account.AccountId;
import dev.annals.crypto.Sealed;
import dev.annals.query.view.Micros;
import dev.annals.query.view.Recorded;
import dev.annals.query.view.Rows;
import dev.annals.query.view.Updates;
import dev.annals.query.view.Words;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sessions on their way into their table: one row each, valid from the sign-in to what ended it.
 *
 * <p>{@code span} is the binary logarithm of the seconds that a session lasted, or may still last.
 * Of those that began less than {@code 2^(span+1)} seconds before a moment, at least half were live
 * then: so a B-tree finds who was signed in, in the order in which they came, whatever the number
 * of sessions before, since and ended.
 */
final class SessionTable {
  static final String TABLE =
      """
      create table session (
        session uuid primary key,
        account uuid not null,
        from_position bigint not null,
        from_at timestamptz not null,
        from_reached timestamptz not null,
        to_position bigint,
        to_at timestamptz,
        to_reached timestamptz,
        ended_by text,
        family text not null,
        method text not null,
        expires_at timestamptz not null,
        restricted boolean not null,
        lifted_position bigint,
        lifted_at timestamptz,
        address text,
        user_agent text,
        span smallint not null generated always as (floor(ln(greatest(1,
          date_part('epoch', least(expires_at, to_reached) - from_reached))) / ln(2::float8))) stored
      ) with (fillfactor = 80);
      create index session_not_ended on session (account) where to_position is null;
      """;

  static final String INDEXES =
      """
      create index session_by_account on session (account, from_position);
      create index session_by_span on session (span, from_reached, from_position);
      create index session_by_end on session (to_position) where to_position is not null;
      """;

  private static final List<String> COLUMNS =
      List.of(
          "session",
          "account",
          "from_position",
          "from_at",
          "from_reached",
          "to_position",
          "to_at",
          "to_reached",
          "ended_by",
          "family",
          "method",
          "expires_at",
          "restricted",
          "lifted_position",
          "lifted_at",
          "address",
          "user_agent");

  private final Rows rows = new Rows("session", COLUMNS);
  private final Map<SessionId, Begun> begun = new LinkedHashMap<>();
  private final SessionEnds ends = new SessionEnds();
  private final Updates liftings =
      new Updates(
          """
          update session set lifted_position = ?, lifted_at = ?
          where session = ? and lifted_position is null
          """);

  void begin(SessionStarted event, Recorded recorded, Instant reached) {
    begun.put(event.session(), new Begun(event, recorded, reached));
  }

  /** Ends a session if it began in this batch. */
  void endBegun(SessionId session, Ending ending) {
    var fresh = begun.get(session);
    if (fresh != null) {
      fresh.end(ending);
    }
  }

  /** Ends one session, unless something has ended it before. */
  void end(SessionId session, Ending ending) {
    var fresh = begun.get(session);
    if (fresh == null) {
      ends.add(session, ending);
    } else {
      fresh.end(ending);
    }
  }

  /** Ends all sessions of an account that were stored before this batch, but one of our own. */
  void endAll(AccountId account, SessionId spared, Ending ending) {
    ends.add(account, spared, ending);
  }

  /** The password has been changed in the session, which was good for nothing else until then. */
  void lift(SessionId session, Recorded recorded) {
    var fresh = begun.get(session);
    if (fresh == null) {
      liftings.add(recorded.position(), recorded.at(), session.value());
    } else {
      fresh.lift(recorded);
    }
  }

  void flush(Connection connection) throws SQLException {
    ends.flush(connection);
    liftings.flush(connection);
    begun.values().forEach(this::write);
    begun.clear();
    rows.flush(connection);
  }

  private void write(Begun session) {
    var event = session.event();
    var circumstances = session.recorded().circumstances();
    var _ =
        rows.row()
            .add(event.session().value())
            .add(event.account().value())
            .add(session.recorded().position())
            .add(session.recorded().at())
            .add(session.reached());
    session.writeEnd(rows);
    var _ =
        rows.add(event.family().value())
            .add(Words.of(event.method()))
            .add(Micros.of(event.expiresAt()))
            .add(event.passwordChangeRequired());
    session.writeLifting(rows);
    var _ =
        rows.add(circumstances.address().map(Sealed::text).orElse(null))
            .add(circumstances.userAgent().orElse(null));
  }
}
