package dev.annals.store.postgres;

import java.sql.SQLException;
import java.util.Set;

/** What an error of the database means to the writer. */
enum Trouble {
  /** Another writer has the position: read what it wrote, and check again. */
  FENCED,
  /** The statement was rolled back through no fault of its own: again. */
  AGAIN,
  /** The database will never accept these events. */
  REFUSED_EVENTS,
  /** The server answered, and will not write now. */
  REFUSED_WRITING,
  /** No answer: the statement may or may not have been executed. */
  LOST;

  private static final Set<String> SHUTTING_DOWN = Set.of("57P01", "57P02", "57P03", "57P05");

  static Trouble of(SQLException error) {
    String state = error.getSQLState();
    if (state == null || state.startsWith("08") || SHUTTING_DOWN.contains(state)) {
      return LOST;
    }
    if (state.equals("23505")) {
      return FENCED;
    }
    return switch (state.substring(0, 2)) {
      case "40" -> AGAIN;
      case "22", "23", "54" -> REFUSED_EVENTS;
      default -> REFUSED_WRITING;
    };
  }
}
