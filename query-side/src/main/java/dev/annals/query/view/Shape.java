package dev.annals.query.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What the states of a {@link Timeline} look like in SQL. Equal states are the same state: {@code
 * S} is a record, or compares like one.
 */
public interface Shape<K, S> {
  /** The table, unqualified. */
  String table();

  /** Its key column. */
  String key();

  /** The key column's type: {@code uuid} or {@code text}. */
  String keyType();

  /** The columns of a state, in the order in which they are written and read. */
  List<String> columns();

  /** A key as JDBC knows it: a {@link java.util.UUID} or a {@link String}. */
  Object sql(K key);

  /** Adds one value for each of the columns. */
  void write(S state, Rows rows);

  /** Reads back exactly what was written: the same state by {@code equals}. */
  S read(ResultSet row) throws SQLException;
}
