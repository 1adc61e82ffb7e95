package dev.annals.store.sql;

import dev.annals.store.StoredEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of the event table out of <a
 * href="https://www.postgresql.org/docs/current/sql-copy.html">binary COPY</a>: one message a row,
 * the first one behind a header.
 */
final class BinaryRows {
  private static final int HEADER = 19;
  private static final long EPOCH_SECONDS = 946_684_800L;
  private static final int MICROS = 1_000_000;

  /** There are few names; each is kept once instead of once a row. */
  private final Map<ByteBuffer, String> names = new HashMap<>();

  private boolean first = true;
  private byte[] row = {};
  private int at;

  /** The event of one message, or null at the end of the data. */
  @Nullable StoredEvent next(byte[] message) {
    row = message;
    at = first ? HEADER : 0;
    first = false;
    if (at + 2 > row.length || int16() < 0) {
      return null;
    }
    return event();
  }

  private StoredEvent event() {
    skipLength();
    long position = int64();
    skipLength();
    var id = new UUID(int64(), int64());
    skipLength();
    var time = time(int64());
    var name = name();
    var version = name();
    return new StoredEvent(position, id, time, name, version, tags(), bytes(), bytes());
  }

  private static Instant time(long micros) {
    return Instant.ofEpochSecond(
        EPOCH_SECONDS + Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000L);
  }

  /** Number of dimensions, null flag, type, then length and lower bound unless it is empty. */
  private List<String> tags() {
    skipLength();
    int dimensions = int32();
    at += 8;
    if (dimensions == 0) {
      return List.of();
    }
    var tags = new String[int32()];
    at += 4;
    for (int i = 0; i < tags.length; i++) {
      tags[i] = text();
    }
    return List.of(tags);
  }

  private String name() {
    int length = int32();
    var key = ByteBuffer.wrap(row, at, length);
    var known = names.get(key);
    at += length;
    return known != null ? known : remember(at - length, length);
  }

  private String remember(int from, int length) {
    var name = new String(row, from, length, StandardCharsets.UTF_8);
    if (names.size() < 1_024) {
      names.put(ByteBuffer.wrap(Arrays.copyOfRange(row, from, from + length)), name);
    }
    return name;
  }

  private String text() {
    int length = int32();
    at += length;
    return new String(row, at - length, length, StandardCharsets.UTF_8);
  }

  private byte[] bytes() {
    int length = int32();
    at += length;
    return Arrays.copyOfRange(row, at - length, at);
  }

  private void skipLength() {
    at += 4;
  }

  private int int16() {
    at += 2;
    return (short) ((row[at - 2] & 0xff) << 8 | (row[at - 1] & 0xff));
  }

  private int int32() {
    at += 4;
    return (row[at - 4] & 0xff) << 24
        | (row[at - 3] & 0xff) << 16
        | (row[at - 2] & 0xff) << 8
        | (row[at - 1] & 0xff);
  }

  private long int64() {
    return (long) int32() << 32 | (int32() & 0xffff_ffffL);
  }
}
