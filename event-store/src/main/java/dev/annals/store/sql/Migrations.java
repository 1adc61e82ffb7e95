package dev.annals.store.sql;

import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * Brings a schema up to date, so that a process may die at any moment of it: a step and the record
 * of it are one transaction.
 *
 * <p>Flyway's habit on PostgreSQL is a lock of the transaction, which takes a second connection for
 * its record. Who dies between the two commits leaves tables that no record knows of, and no later
 * start gets past them. With a lock of the session there is one connection.
 */
public final class Migrations {
  private Migrations() {}

  /** Runs what is missing. Safe to run by several processes at once, and again. */
  public static void run(FluentConfiguration schema) {
    var postgres = schema.getPluginRegister().getExact(PostgreSQLConfigurationExtension.class);
    postgres.setTransactionalLock(false);
    var result = schema.load().migrate();
    if (!result.success) {
      throw new IllegalStateException(
          "the schema kept in %s could not be brought up to date".formatted(schema.getTable()));
    }
  }
}
