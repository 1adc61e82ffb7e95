package dev.annals.query.view;

import dev.annals.catalogue.EventCodec;
import dev.annals.store.LogReading;
import java.sql.Connection;
import java.sql.SQLException;

/** What all who fill views share. */
record Desk(LogReading log, QueryDatabase database, Pace pace, EventCodec codec, Serving serving) {
  Desk(LogReading log, QueryDatabase database, Pace pace) {
    this(log, database, pace, new EventCodec(), new Serving());
  }

  Connection follower(View view) throws SQLException {
    return ready(database.follower(view.name()));
  }

  Connection builder(View view) throws SQLException {
    return ready(database.builder(view.name()));
  }

  private static Connection ready(Connection connection) throws SQLException {
    try {
      connection.setAutoCommit(false);
      Registry.create(connection);
      return connection;
    } catch (SQLException e) {
      Connections.close(connection);
      throw e;
    }
  }
}
