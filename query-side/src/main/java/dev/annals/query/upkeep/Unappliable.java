package dev.annals.query.upkeep;

import dev.annals.catalogue.UnreadableEvent;
import dev.annals.store.StoredEvent;
import java.sql.SQLException;

/**
 * An event that a view cannot apply: it stops there, since to skip it would be lying. Says which
 * one and where it failed, and nothing of what the event holds.
 */
final class Unappliable extends Halt {
  private static final long serialVersionUID = 1L;

  Unappliable(StoredEvent event, Exception cause) {
    super("%s at position %d: %s".formatted(event.name(), event.position(), why(cause)));
  }

  /** Messages of exceptions quote values, above all those of databases; ours do not. */
  private static String why(Exception cause) {
    return switch (cause) {
      case UnreadableEvent e -> "unreadable: " + e.getMessage();
      case SQLException e -> "the database refuses it (" + e.getSQLState() + ")" + place(e);
      default -> cause.getClass().getSimpleName() + place(cause);
    };
  }

  private static String place(Exception cause) {
    for (var frame : cause.getStackTrace()) {
      if (frame.getClassName().startsWith("dev.annals.")) {
        return " in "
            + frame.getClassName()
            + "."
            + frame.getMethodName()
            + ":"
            + frame.getLineNumber();
      }
    }
    return "";
  }
}
