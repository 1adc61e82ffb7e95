package dev.annals.store.sql;

import dev.annals.store.NewEvent;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Events turned by ninety degrees: one array a column, as the insert statement wants them. */
final class EventColumns {
  /** One parameter of the statement. */
  record Column(String type, Object values) {}

  private final long[] position;
  private final String[] id;
  private final long[] at;
  private final String[] name;
  private final String[] version;
  private final String[] tags;
  private final byte[][] metadata;
  private final byte[][] payload;
  private final String[] tag;
  private final long[] tagPosition;

  EventColumns(long first, List<NewEvent> events) {
    int count = events.size();
    int tagged = events.stream().mapToInt(event -> event.tags().size()).sum();
    position = new long[count];
    id = new String[count];
    at = new long[count];
    name = new String[count];
    version = new String[count];
    tags = new String[count];
    metadata = new byte[count][];
    payload = new byte[count][];
    tag = new String[tagged];
    tagPosition = new long[tagged];
    int next = 0;
    for (int i = 0; i < count; i++) {
      put(i, first + i, events.get(i));
      for (String each : events.get(i).tags()) {
        tag[next] = each;
        tagPosition[next++] = first + i;
      }
    }
  }

  private void put(int i, long where, NewEvent event) {
    position[i] = where;
    id[i] = event.id().toString();
    at[i] = micros(event.at());
    name[i] = event.name();
    version[i] = event.version();
    tags[i] = EventTable.joined(event.tags());
    metadata[i] = event.metadata();
    payload[i] = event.payload();
  }

  private static long micros(Instant at) {
    return TimeUnit.SECONDS.toMicros(at.getEpochSecond()) + at.getNano() / 1_000;
  }

  List<Column> inOrder() {
    return List.of(
        new Column("text", tag),
        new Column("int8", tagPosition),
        new Column("int8", position),
        new Column("text", id),
        new Column("int8", at),
        new Column("text", name),
        new Column("text", version),
        new Column("text", tags),
        new Column("bytea", metadata),
        new Column("bytea", payload));
  }
}
