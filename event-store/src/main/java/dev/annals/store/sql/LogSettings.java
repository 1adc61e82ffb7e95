package dev.annals.store.sql;

import java.time.Duration;

/** Where the log lives and how much it takes on. */
public record LogSettings(Database database, Limits limits) {
  /** The settings one starts with. */
  public static LogSettings of(String url, String username, String password) {
    return new LogSettings(new Database(url, username, password, 8), Limits.DEFAULT);
  }

  public LogSettings with(Limits other) {
    return new LogSettings(database, other);
  }

  /**
   * The database, and as whom.
   *
   * @param poolSize connections for reading; writing and listening have one each besides
   */
  public record Database(String url, String username, String password, int poolSize) {
    public Database {
      if (poolSize < 1) {
        throw new IllegalArgumentException("reading needs at least one connection");
      }
    }

    @Override
    public String toString() {
      return "Database[" + username + "]";
    }
  }

  /**
   * How much the log takes on.
   *
   * @param waiting appends that may wait; one more is refused
   * @param batch events that one statement writes at most, give or take one append
   * @param window recent events kept in memory to answer conditions without a query
   * @param patience how long to find out what became of a lost statement, or to yield to other
   *     writers, before giving up
   */
  public record Limits(int waiting, int batch, int window, Duration patience) {
    public static final Limits DEFAULT = new Limits(8192, 1024, 1 << 16, Duration.ofSeconds(5));

    public Limits {
      if (waiting < 1 || batch < 1 || window < 1) {
        throw new IllegalArgumentException("limits must be positive");
      }
    }
  }
}
