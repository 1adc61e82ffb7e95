package dev.annals.query.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Tables that are a function of the log. Whoever replays it from the beginning gets the same rows,
 * in whatever batches.
 */
public interface View {
  /** Names it in the registry, in metrics and to operators: lower case, such as {@code audit}. */
  String name();

  /** Raised whenever the tables or what is written into them change: then it is built anew. */
  int version();

  /** Creates the tables, unqualified, with the keys that filling them needs. */
  String tables();

  /** Creates what only questions need; run when the tables are nearly full. */
  String indexes();

  /** Begins to fill the tables, or goes on, with nothing in memory. */
  Filling open();

  /** Fills the tables of one generation. After a failure another one is opened in its place. */
  interface Filling {
    /**
     * Writes what these events mean, in the transaction that also moves the bookmark.
     *
     * @param events the next ones, without a gap; few or very many
     * @param connection its search path leads to the tables
     */
    void apply(List<Recorded> events, Connection connection) throws SQLException;
  }
}
