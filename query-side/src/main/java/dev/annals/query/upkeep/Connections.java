package dev.annals.query.upkeep;

import java.sql.Connection;
import java.sql.SQLException;

/** Lets go of connections that may be dead. */
final class Connections {
  private Connections() {}

  static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException _) {
      // It is given up in any case.
    }
  }
}
