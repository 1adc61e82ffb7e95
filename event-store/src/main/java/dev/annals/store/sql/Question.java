package dev.annals.store.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** Something to ask of the database; asked twice at most, hence without effect or idempotent. */
@FunctionalInterface
public interface Question<T> {
  T ask(Connection connection) throws SQLException;
}
