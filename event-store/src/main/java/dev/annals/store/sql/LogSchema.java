package dev.annals.store.sql;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The tables, roles and triggers of the log; brought up to date by their owner. */
public final class LogSchema {
  private LogSchema() {}

  /** Creates or upgrades the log. Safe to run by several processes at once, and again. */
  public static void migrate(DataSource owner) {
    migrate(Flyway.configure(LogSchema.class.getClassLoader()).dataSource(owner));
  }

  /** The same, for an owner who is known by name and password. */
  public static void migrate(String url, String username, String password) {
    migrate(Flyway.configure(LogSchema.class.getClassLoader()).dataSource(url, username, password));
  }

  private static void migrate(FluentConfiguration database) {
    Migrations.run(
        database
            .locations("classpath:db/annals-log")
            .table("annals_log_schema")
            .baselineOnMigrate(true)
            .baselineVersion("0"));
  }
}
