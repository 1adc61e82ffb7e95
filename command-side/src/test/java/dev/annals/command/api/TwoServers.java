package dev.annals.command.api;

import dev.annals.store.TestPostgres;
import dev.annals.store.TestPostgres.Database;

/** Two processes on one log; what one acknowledges the other must know at once. */
final class TwoServers implements AutoCloseable {
  private final Database database = TestPostgres.freshDatabase();
  private final SettableClock clock = new SettableClock();
  private Server one = Server.start(database, clock);
  private final Server other = Server.start(database, clock);

  Annals one() {
    return one.annals();
  }

  Annals other() {
    return other.annals();
  }

  SettableClock clock() {
    return clock;
  }

  /** Starts the first anew: what it knew in memory is gone. */
  void restartOne() {
    one = Server.restarted(one, database);
  }

  @Override
  public void close() {
    one.close();
    other.close();
  }
}
