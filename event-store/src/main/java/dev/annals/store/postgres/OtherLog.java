package dev.annals.store.postgres;

import java.sql.SQLException;

/**
 * Behind the connection is not the log that this process knows: a failover or a restore has lost
 * what it has read or written. Its memory is of no use any more, and to write where it would write
 * next would leave a hole.
 */
final class OtherLog extends SQLException {
  private static final long serialVersionUID = 1L;

  /** A class of its own: nothing that the database would say. */
  private static final String STATE = "ANOTH";

  OtherLog(long position) {
    super(
        ("the log does not hold the event that this process knows at position %d: it was restored"
                + " to an earlier moment, or a failover has lost the end of it. Restart this"
                + " process, once that is what the log is to be")
            .formatted(position),
        STATE);
  }
}
