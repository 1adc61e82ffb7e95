package dev.annals.store.copy;

import dev.annals.store.sql.LogSettings.Database;
import dev.annals.store.sql.Migrations;
import org.flywaydb.core.Flyway;

/**
 * The tables of a copy, in a schema of their own. They are the log's, without the roles, which only
 * some owners may create, and without data keys: a copy is read by whoever owns its database.
 */
public final class CopySchema {
  /** Where a copy lives in its database. */
  public static final String NAME = "annals_log";

  private CopySchema() {}

  /** Creates or upgrades the copy. Safe to run by several processes at once, and again. */
  public static void migrate(Database owner) {
    Migrations.run(
        Flyway.configure(CopySchema.class.getClassLoader())
            .dataSource(owner.url(), owner.username(), owner.password())
            .locations("classpath:db/copy-of-log")
            .defaultSchema(NAME)
            .createSchemas(true)
            .table("annals_copy_schema"));
  }

  /** The same database, as those see it who read or write the copy in it. */
  public static Database within(Database database) {
    var url = database.url();
    var joined = url + (url.contains("?") ? "&" : "?") + "currentSchema=" + NAME;
    return new Database(joined, database.username(), database.password(), database.poolSize());
  }
}
