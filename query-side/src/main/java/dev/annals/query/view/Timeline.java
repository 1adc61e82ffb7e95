package dev.annals.query.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A table in which every key has one row for each state it ever had, valid in {@code
 * [from_position, to_position)}; the last one is open. Recent states are kept in memory, so that a
 * version that begins and ends within a batch is written once, and most need not be read at all.
 *
 * <p>Its table: the key, {@code from_position bigint}, {@code from_at timestamptz}, {@code
 * to_position bigint}, {@code to_at timestamptz}, the columns of the state, primary key {@code
 * (key, from_position)}, fill factor 80 and no index over what closing a row changes.
 *
 * <p>Within a batch: {@link #load}, then {@link #at}, {@link #begin} and {@link #change} in the
 * order of the events, then {@link #flush}. Not for several threads; after a failure it is thrown
 * away.
 */
public final class Timeline<K, S> {
  private static final int KEPT = 100_000;
  private static final List<String> COLUMNS =
      List.of("from_position", "from_at", "to_position", "to_at");

  /** The open version of a key. */
  private static final class Line<K, S> {
    private final K key;
    private S state;
    private long position;
    private Instant at;
    private boolean stored;

    Line(K key, S state, long position, Instant at) {
      this.key = key;
      this.state = state;
      this.position = position;
      this.at = at;
    }
  }

  private final Shape<K, S> shape;
  private final int kept;
  private final Rows rows;
  private final Closings closings;
  private final Latest<K, S> latest;
  private final Map<K, Line<K, S>> lines = new LinkedHashMap<>(1 << 10, 0.75f, true);
  private final List<Line<K, S>> unstored = new ArrayList<>();
  private final Set<K> unknown = new HashSet<>();

  public Timeline(Shape<K, S> shape) {
    this(shape, KEPT);
  }

  /**
   * A timeline that remembers so much.
   *
   * @param kept open versions that stay in memory between batches
   */
  public Timeline(Shape<K, S> shape, int kept) {
    this.shape = shape;
    this.kept = kept;
    var columns = new ArrayList<>(List.of(shape.key()));
    columns.addAll(COLUMNS);
    columns.addAll(shape.columns());
    rows = new Rows(shape.table(), columns);
    closings = new Closings(shape.table(), shape.key(), shape.keyType());
    latest = new Latest<>(shape);
  }

  /** Brings the open versions of these keys to memory, those that are not there by one query. */
  public void load(Connection connection, Collection<K> keys) throws SQLException {
    var wanted = new HashMap<Object, K>();
    for (var key : keys) {
      if (lines.get(key) == null && !unknown.contains(key)) {
        wanted.put(shape.sql(key), key);
      }
    }
    if (wanted.isEmpty()) {
      return;
    }
    unknown.addAll(wanted.values());
    latest.read(connection, wanted, this::loaded);
  }

  private void loaded(K key, S state, long position, Instant at) {
    var line = new Line<>(key, state, position, at);
    line.stored = true;
    lines.put(key, line);
    unknown.remove(key);
  }

  /** The state of a key that was loaded, or begun; empty if it never had one. */
  public Optional<S> at(K key) {
    var line = line(key);
    return line == null ? Optional.empty() : Optional.of(line.state);
  }

  /** The first state of a key that is known never to have had one, so that nobody looks for it. */
  public void begin(K key, Recorded recorded, S state) {
    var line = lines.get(key);
    if (line == null) {
      open(key, recorded, state);
    } else {
      change(line, recorded, state);
    }
  }

  /**
   * Another state of a key that was loaded, or begun; its first one, should it have none. The same
   * state again changes nothing; what is said last about a position holds.
   */
  public void change(K key, Recorded recorded, S state) {
    var line = line(key);
    if (line == null) {
      open(key, recorded, state);
    } else {
      change(line, recorded, state);
    }
  }

  private @Nullable Line<K, S> line(K key) {
    var line = lines.get(key);
    if (line == null && !unknown.contains(key)) {
      throw new IllegalStateException("a key of " + shape.table() + " was not loaded");
    }
    return line;
  }

  private void open(K key, Recorded recorded, S state) {
    var line = new Line<>(key, state, recorded.position(), recorded.at());
    lines.put(key, line);
    unknown.remove(key);
    unstored.add(line);
  }

  private void change(Line<K, S> line, Recorded recorded, S state) {
    if (line.state.equals(state)) {
      return;
    }
    if (line.position != recorded.position()) {
      close(line, recorded);
      line.position = recorded.position();
      line.at = recorded.at();
    }
    line.state = state;
  }

  private void close(Line<K, S> line, Recorded by) {
    if (line.stored) {
      closings.add(shape.sql(line.key), line.position, by);
      line.stored = false;
      unstored.add(line);
    } else {
      write(line, by.position(), by.at());
    }
  }

  private void write(Line<K, S> line, @Nullable Long toPosition, @Nullable Instant toAt) {
    var row = rows.row();
    if (shape.sql(line.key) instanceof UUID key) {
      var _ = row.add(key);
    } else {
      var _ = row.add((String) shape.sql(line.key));
    }
    var _ = row.add(line.position).add(line.at).add(toPosition).add(toAt);
    shape.write(line.state, rows);
  }

  /** Writes what has changed, and forgets what has not been looked at for longest. */
  public void flush(Connection connection) throws SQLException {
    for (var line : unstored) {
      write(line, null, null);
      line.stored = true;
    }
    unstored.clear();
    unknown.clear();
    closings.flush(connection);
    rows.flush(connection);
    var eldest = lines.values().iterator();
    for (int over = lines.size() - kept; over > 0; over--) {
      var _ = eldest.next();
      eldest.remove();
    }
  }
}
