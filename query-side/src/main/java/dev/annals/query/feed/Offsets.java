package dev.annals.query.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.Uuid;

/** Where each partition is read on, kept beside the copy and moved with it. */
final class Offsets {
  private static final String SAVE =
      """
      insert into feed_offset (topic_id, partition, next_offset)
      select ?, * from unnest(?::int[], ?::bigint[])
      on conflict (topic_id, partition) do update set next_offset = excluded.next_offset
      """;

  private Offsets() {}

  /** Those of one life of the topic; none for a life that is new. */
  static Map<Integer, Long> of(Connection connection, Uuid topic) throws SQLException {
    var sql = "select partition, next_offset from feed_offset where topic_id = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, topic.toString());
      try (var result = statement.executeQuery()) {
        var offsets = new HashMap<Integer, Long>();
        while (result.next()) {
          offsets.put(result.getInt(1), result.getLong(2));
        }
        return offsets;
      }
    }
  }

  static void save(Connection connection, Uuid topic, Map<Integer, Long> offsets)
      throws SQLException {
    try (var statement = connection.prepareStatement(SAVE)) {
      statement.setString(1, topic.toString());
      statement.setArray(2, connection.createArrayOf("int4", offsets.keySet().toArray()));
      statement.setArray(3, connection.createArrayOf("int8", offsets.values().toArray()));
      var _ = statement.executeUpdate();
    }
  }

  /** Lives of the topic that are over mean nothing any more. */
  static void forgetOthers(Connection connection, Uuid topic) throws SQLException {
    var sql = "delete from feed_offset where topic_id <> ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, topic.toString());
      var _ = statement.executeUpdate();
    }
  }
}
