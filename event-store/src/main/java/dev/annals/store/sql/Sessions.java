package dev.annals.store.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Opens connections that plan, time out and transfer as the log needs it. */
public final class Sessions {
  /**
   * A plan cached while the table was empty would keep its scan; every query here is a probe, and
   * there is nothing to gain from planning it again for other values.
   */
  private static final String PLANNER =
      "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off"
          + " -c plan_cache_mode=force_generic_plan";

  /** With a connection to be opened after it, still less than callers wait for an answer. */
  private static final int ANSWER_SECONDS = 6;

  private static final String READ_ONLY = " -c default_transaction_read_only=on";

  private final LogSettings.Database database;
  private final String options;

  public Sessions(LogSettings.Database database) {
    this(database, PLANNER);
  }

  private Sessions(LogSettings.Database database, String options) {
    this.database = database;
    this.options = options;
  }

  /** Whose connections refuse to write, whatever the login may. */
  public static Sessions readOnly(LogSettings.Database database) {
    return new Sessions(database, PLANNER + READ_ONLY);
  }

  /** A connection that gives up on a silent server. */
  public Connection open() throws SQLException {
    return open(ANSWER_SECONDS);
  }

  /** A connection for a read of any length. */
  public Connection openPatient() throws SQLException {
    return open(0);
  }

  private Connection open(int answerSeconds) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", database.username());
    properties.setProperty("password", database.password());
    properties.setProperty("ApplicationName", "annals-log");
    properties.setProperty("options", options);
    properties.setProperty("prepareThreshold", "1");
    properties.setProperty("binaryTransfer", "true");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", "3");
    properties.setProperty("loginTimeout", "5");
    properties.setProperty("socketTimeout", Integer.toString(answerSeconds));
    return DriverManager.getConnection(database.url(), properties);
  }
}
