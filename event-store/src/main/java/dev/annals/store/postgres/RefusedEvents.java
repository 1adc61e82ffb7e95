package dev.annals.store.postgres;

import java.sql.SQLException;

/** The database will never take these events as they are. */
final class RefusedEvents extends Exception {
  private static final long serialVersionUID = 1L;

  RefusedEvents(SQLException cause) {
    super(cause);
  }
}
