package dev.annals.query.view;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows on their way into a table by <a
 * href="https://www.postgresql.org/docs/current/sql-copy.html">binary COPY</a>, which costs neither
 * side any formatting. What is added must have the very type of its column.
 */
public final class Rows {
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final int MESSAGE = 1 << 20;
  private static final long EPOCH_SECONDS = 946_684_800L;

  /** A quarter of a million years; what is farther away is never, as PostgreSQL tells it. */
  private static final long FARTHEST_SECONDS = 7_800_000_000_000L;

  private static final int TEXT_TYPE = 25;
  private static final int UUID_TYPE = 2950;

  private final String statement;
  private final int columns;
  private ByteBuffer bytes = ByteBuffer.allocate(1 << 14);
  private int missing;
  private int count;

  public Rows(String table, Collection<String> columns) {
    this.columns = columns.size();
    statement =
        "copy " + table + " (" + String.join(", ", columns) + ") from stdin (format binary)";
    bytes.put(HEADER);
  }

  /** Begins a row; its columns are to be added in order. */
  public Rows row() {
    complete();
    missing = columns;
    count++;
    room(2).putShort((short) columns);
    return this;
  }

  /** A bigint. */
  public Rows add(long value) {
    field(8).putLong(value);
    return this;
  }

  /** An integer. */
  public Rows add(int value) {
    field(4).putInt(value);
    return this;
  }

  /** A boolean. */
  public Rows add(boolean value) {
    field(1).put((byte) (value ? 1 : 0));
    return this;
  }

  /** A bigint, or none. */
  public Rows add(@Nullable Long value) {
    return value == null ? none() : add(value.longValue());
  }

  /** A uuid. */
  public Rows add(@Nullable UUID value) {
    if (value == null) {
      return none();
    }
    field(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
    return this;
  }

  /** A timestamptz. */
  public Rows add(@Nullable Instant value) {
    return value == null ? none() : add(micros(value));
  }

  /** A text; it loses what PostgreSQL cannot hold, so that nobody stops a view with it. */
  public Rows add(@Nullable String value) {
    if (value == null) {
      return none();
    }
    var text = text(value);
    field(text.length).put(text);
    return this;
  }

  /** A text[]. */
  public Rows add(@Nullable Collection<String> values) {
    if (values == null) {
      return none();
    }
    var texts = values.stream().map(Rows::text).toList();
    int elements = texts.stream().mapToInt(text -> 4 + text.length).sum();
    var array = field(texts.isEmpty() ? 12 : 20 + elements);
    array.putInt(texts.isEmpty() ? 0 : 1).putInt(0).putInt(TEXT_TYPE);
    if (!texts.isEmpty()) {
      array.putInt(texts.size()).putInt(1);
      texts.forEach(text -> array.putInt(text.length).put(text));
    }
    return this;
  }

  /** A uuid[]. */
  public Rows addUuids(Collection<UUID> values) {
    var array = field(values.isEmpty() ? 12 : 20 + 20 * values.size());
    array.putInt(values.isEmpty() ? 0 : 1).putInt(0).putInt(UUID_TYPE);
    if (!values.isEmpty()) {
      array.putInt(values.size()).putInt(1);
      for (var value : values) {
        array.putInt(16).putLong(value.getMostSignificantBits());
        array.putLong(value.getLeastSignificantBits());
      }
    }
    return this;
  }

  /** Null, whatever the column's type. */
  public Rows none() {
    missing--;
    room(4).putInt(-1);
    return this;
  }

  /** Writes the rows in this transaction, and has none any more. */
  public void flush(Connection connection) throws SQLException {
    complete();
    if (count == 0) {
      return;
    }
    room(2).putShort((short) -1);
    var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
    try {
      for (int at = 0; at < bytes.position(); at += MESSAGE) {
        copy.writeToCopy(bytes.array(), at, Math.min(MESSAGE, bytes.position() - at));
      }
      var _ = copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
    count = 0;
    bytes.clear().put(HEADER);
  }

  private void complete() {
    if (missing != 0) {
      throw new IllegalStateException("a row of " + statement + " has " + missing + " to come");
    }
  }

  private ByteBuffer field(int length) {
    missing--;
    return room(4 + length).putInt(length);
  }

  private ByteBuffer room(int length) {
    if (bytes.remaining() < length) {
      int size = Math.max(2 * bytes.capacity(), bytes.position() + length);
      bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), size)).position(bytes.position());
    }
    return bytes;
  }

  private static byte[] text(String value) {
    return value.replace('\0', '\ufffd').getBytes(StandardCharsets.UTF_8);
  }

  private static long micros(Instant value) {
    long seconds = value.getEpochSecond();
    if (Math.abs(seconds) > FARTHEST_SECONDS) {
      return seconds > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
    }
    return (seconds - EPOCH_SECONDS) * 1_000_000 + value.getNano() / 1_000;
  }
}
