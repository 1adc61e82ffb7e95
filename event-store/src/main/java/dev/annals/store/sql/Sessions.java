package dev.annals.store.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.annals.store.LogUnavailable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;

/** Opens connections that plan, time out and transfer as the log needs it. */
public final class Sessions implements AutoCloseable {
  /** A plan cached while the table was empty would keep its scan; every query here is a probe. */
  private static final String PLANNER =
      "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";

  /** With a connection to be opened after it, still less than callers wait for an answer. */
  private static final int ANSWER_SECONDS = 10;

  private final LogSettings.Database database;
  private final HikariDataSource pool;

  /** Fails at once, and says why, when the database cannot be reached. */
  public Sessions(LogSettings.Database database) {
    this.database = database;
    try {
      this.pool = new HikariDataSource(poolOf(database));
    } catch (RuntimeException e) {
      throw LogUnavailable.nothingWritten("the database cannot be reached at the start", e);
    }
  }

  private static HikariConfig poolOf(LogSettings.Database database) {
    var config = new HikariConfig();
    config.setPoolName("annals-log");
    config.setJdbcUrl(database.url());
    config.setUsername(database.username());
    config.setPassword(database.password());
    config.setDataSourceProperties(properties(ANSWER_SECONDS));
    config.setMaximumPoolSize(database.poolSize());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(2_000);
    config.setValidationTimeout(1_000);
    config.setInitializationFailTimeout(10_000);
    return config;
  }

  private static Properties properties(int answerSeconds) {
    var properties = new Properties();
    properties.setProperty("ApplicationName", "annals-log");
    properties.setProperty("options", PLANNER);
    properties.setProperty("prepareThreshold", "1");
    properties.setProperty("binaryTransfer", "true");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", "3");
    properties.setProperty("loginTimeout", "5");
    properties.setProperty("socketTimeout", Integer.toString(answerSeconds));
    return properties;
  }

  /** The connections for short reads. */
  public DataSource pool() {
    return pool;
  }

  /** A pooled connection for a short read. */
  public Connection borrow() throws SQLException {
    return pool.getConnection();
  }

  /** A connection of one's own that gives up on a silent server. */
  public Connection open() throws SQLException {
    return open(ANSWER_SECONDS);
  }

  /** A connection of one's own for a read of any length. */
  public Connection openPatient() throws SQLException {
    return open(0);
  }

  private Connection open(int answerSeconds) throws SQLException {
    var properties = properties(answerSeconds);
    properties.setProperty("user", database.username());
    properties.setProperty("password", database.password());
    return DriverManager.getConnection(database.url(), properties);
  }

  @Override
  public void close() {
    pool.close();
  }
}
