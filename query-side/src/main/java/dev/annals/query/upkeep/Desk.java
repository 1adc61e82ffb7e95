package dev.annals.query.upkeep;

import dev.annals.catalogue.EventCodec;
import dev.annals.query.view.View;
import dev.annals.store.LogReading;
import java.sql.Connection;
import java.sql.SQLException;

/** What all who fill views share. */
record Desk(
    LogReading log,
    QueryDatabase database,
    Pace pace,
    EventCodec codec,
    Pages pages,
    Serving serving) {
  private static final int PAGES_IN_BULK = 8;

  Desk(LogReading log, QueryDatabase database, Pace pace) {
    this(log, database, pace, new EventCodec());
  }

  private Desk(LogReading log, QueryDatabase database, Pace pace, EventCodec codec) {
    this(log, database, pace, codec, pages(log, pace, codec), new Serving());
  }

  private static Pages pages(LogReading log, Pace pace, EventCodec codec) {
    return new Pages(log, codec, Math.max(1, pace.bulk() / PAGES_IN_BULK));
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
