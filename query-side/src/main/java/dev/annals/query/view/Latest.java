package dev.annals.query.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;

/** Reads the last version of each of many keys of a {@link Timeline}: one index probe a key. */
final class Latest<K, S> {
  /** Takes what was found. */
  @FunctionalInterface
  interface Found<K, S> {
    void version(K key, S state, long fromPosition, Instant fromAt);
  }

  private final Shape<K, S> shape;
  private final String statement;

  Latest(Shape<K, S> shape) {
    this.shape = shape;
    statement =
        """
        select version.* from unnest(?::%3$s[]) as wanted (key)
        cross join lateral (
          select * from %1$s where %2$s = wanted.key order by from_position desc limit 1) as version
        """
            .formatted(shape.table(), shape.key(), shape.keyType());
  }

  void read(Connection connection, Map<Object, K> keys, Found<K, S> found) throws SQLException {
    try (var select = connection.prepareStatement(statement)) {
      select.setArray(1, connection.createArrayOf(shape.keyType(), keys.keySet().toArray()));
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.version(
              Objects.requireNonNull(keys.get(row.getObject(shape.key()))),
              shape.read(row),
              row.getLong("from_position"),
              row.getObject("from_at", OffsetDateTime.class).toInstant());
        }
      }
    }
  }
}
