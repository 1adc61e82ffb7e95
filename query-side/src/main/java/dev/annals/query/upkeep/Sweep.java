package dev.annals.query.upkeep;

import dev.annals.query.upkeep.Generation.Role;
import dev.annals.query.view.View;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drops generations that nobody needs: retired ones, and those of versions nobody runs. */
final class Sweep {
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

  private Sweep() {}

  /** Drops what can be dropped now; what is being read stays for the next time. */
  static void of(View view, Connection connection) throws SQLException {
    for (var generation : Registry.all(connection, view.name())) {
      if (isNeedless(view, generation, connection)) {
        drop(generation, connection);
      }
    }
    connection.commit();
  }

  private static boolean isNeedless(View view, Generation generation, Connection connection)
      throws SQLException {
    return generation.role() == Role.RETIRED
        || (generation.version() != view.version() && isAbandoned(generation, connection));
  }

  /** Whoever follows or fills a version holds one of its locks. */
  private static boolean isAbandoned(Generation generation, Connection connection)
      throws SQLException {
    return Registry.isFree(connection, Generation.lock(generation, "follow"))
        && Registry.isFree(connection, Generation.lock(generation, "build"));
  }

  private static void drop(Generation generation, Connection connection) throws SQLException {
    connection.commit();
    try {
      Registry.drop(connection, generation);
      connection.commit();
      LOG.info("Dropped {}, which nobody reads any more", generation.schema());
    } catch (SQLException e) {
      connection.rollback();
      if (!Trouble.is(e)) {
        throw e;
      }
      LOG.info("{} is still being read and stays for now", generation.schema());
    }
  }
}
