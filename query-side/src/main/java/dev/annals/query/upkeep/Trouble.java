package dev.annals.query.upkeep;

import java.sql.SQLException;
import java.util.List;

/** Tells a database in trouble, which passes, from an event that no attempt will apply. */
final class Trouble {
  /**
   * <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">Classes</a> of what is
   * not the statement's fault: connection, rollback, resources, intervention, system, locks,
   * read-only.
   */
  private static final List<String> STATES =
      List.of("08", "40", "53", "55", "57", "58", "F0", "25006");

  private Trouble() {}

  static boolean is(Exception e) {
    return e instanceof SQLException sql
        && (sql.getSQLState() == null
            || STATES.stream().anyMatch(state -> sql.getSQLState().startsWith(state)));
  }

  /** Whether tables were asked for that have been dropped. */
  static boolean isGone(SQLException e) {
    return "42P01".equals(e.getSQLState()) || "3F000".equals(e.getSQLState());
  }
}
