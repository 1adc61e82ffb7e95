package dev.annals.store.sql;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables, roles and triggers of the log; brought up to date by their owner. */
public final class LogSchema {
  private LogSchema() {}

  /** Creates or upgrades the log. Safe to run by several processes at once, and again. */
  public static void migrate(DataSource owner) {
    var result =
        Flyway.configure(LogSchema.class.getClassLoader())
            .dataSource(owner)
            .locations("classpath:db/annals-log")
            .table("annals_log_schema")
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .load()
            .migrate();
    if (!result.success) {
      throw new IllegalStateException("the log's schema could not be brought up to date");
    }
  }
}
