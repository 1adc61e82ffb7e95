package dev.annals.query.upkeep;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The database of the views, and as whom; the log's may be another one.
 *
 * @param poolSize connections for questions; every view that is filled has one besides
 */
public record QueryDatabase(String url, String username, String password, int poolSize) {
  /**
   * Filling is probes and appends whatever the statistics of a new table say. What is lost in a
   * crash is filled again from the log: the bookmark is in the same transaction.
   */
  private static final String FILLING =
      "-c synchronous_commit=off -c enable_seqscan=off -c enable_hashjoin=off"
          + " -c enable_mergejoin=off -c plan_cache_mode=force_generic_plan -c jit=off"
          + " -c maintenance_work_mem=256MB -c statement_timeout=0";

  /** Every question is a probe of an index; planned for its values, and never the whole table. */
  private static final String ASKING =
      "-c default_transaction_read_only=on -c enable_seqscan=off"
          + " -c plan_cache_mode=force_custom_plan -c jit=off";

  private static final int ANSWER_SECONDS = 60;

  public QueryDatabase {
    if (poolSize < 1) {
      throw new IllegalArgumentException("questions need at least one connection");
    }
  }

  /** A connection for the one who follows the log with a view; it gives up on a silent server. */
  Connection follower(String view) throws SQLException {
    return filling(view, ANSWER_SECONDS);
  }

  /** A connection on which indexes are made, which takes its time. */
  Connection builder(String view) throws SQLException {
    return filling(view, 0);
  }

  private Connection filling(String view, int answerSeconds) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", username);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "annals-view-" + view);
    properties.setProperty("options", FILLING);
    properties.setProperty("prepareThreshold", "1");
    properties.setProperty("binaryTransfer", "true");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", "3");
    properties.setProperty("loginTimeout", "5");
    properties.setProperty("socketTimeout", Integer.toString(answerSeconds));
    return DriverManager.getConnection(url, properties);
  }

  /** Connections for questions; opened when the first is asked. */
  HikariDataSource pool() {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(username);
    config.setPassword(password);
    config.setPoolName("annals-questions");
    config.setMaximumPoolSize(poolSize);
    config.setConnectionTimeout(3_000);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("ApplicationName", "annals-questions");
    config.addDataSourceProperty("options", ASKING);
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("socketTimeout", Integer.toString(ANSWER_SECONDS));
    return new HikariDataSource(config);
  }

  @Override
  public String toString() {
    return "QueryDatabase[" + username + "]";
  }
}
