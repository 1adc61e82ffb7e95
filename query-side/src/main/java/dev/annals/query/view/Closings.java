package dev.annals.query.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Stored versions of a {@link Timeline} that have come to an end, all closed by one statement. */
final class Closings {
  private final String statement;
  private final String keyType;
  private final List<Object> keys = new ArrayList<>();
  private final List<Long> from = new ArrayList<>();
  private final List<Long> to = new ArrayList<>();
  private final List<Long> micros = new ArrayList<>();

  Closings(String table, String key, String keyType) {
    this.keyType = keyType;
    statement =
        """
        update %1$s as version
        set to_position = ended.to_position,
          to_at = timestamptz 'epoch' + ended.to_micros * interval '1 microsecond'
        from unnest(?::%3$s[], ?::bigint[], ?::bigint[], ?::bigint[])
          as ended (key, from_position, to_position, to_micros)
        where version.%2$s = ended.key and version.from_position = ended.from_position
        """
            .formatted(table, key, keyType);
  }

  void add(Object key, long fromPosition, Recorded by) {
    keys.add(key);
    from.add(fromPosition);
    to.add(by.position());
    micros.add(micros(by.at()));
  }

  private static long micros(Instant at) {
    return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
  }

  void flush(Connection connection) throws SQLException {
    if (keys.isEmpty()) {
      return;
    }
    try (var update = connection.prepareStatement(statement)) {
      update.setArray(1, connection.createArrayOf(keyType, keys.toArray()));
      int index = 2;
      for (var column : List.of(from, to, micros)) {
        update.setArray(index++, connection.createArrayOf("int8", column.toArray()));
      }
      int closed = update.executeUpdate();
      if (closed != keys.size()) {
        throw new IllegalStateException(
            "%d of %d versions were there to be closed".formatted(closed, keys.size()));
      }
    }
    List.of(keys, from, to, micros).forEach(List::clear);
  }
}
