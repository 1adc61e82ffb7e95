package dev.annals.query.upkeep;

import dev.annals.catalogue.EventCodec;
import dev.annals.query.view.Recorded;
import dev.annals.query.view.View;
import dev.annals.store.StoredEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Fills one generation over one connection: rows and bookmark in one transaction a batch. */
final class Filler implements AutoCloseable {
  /** Into how many pieces a batch falls in search of the one event that cannot be applied. */
  private static final int PIECES = 16;

  private final View view;
  private final EventCodec codec;
  private final Connection connection;
  private View.Filling filling;
  private Generation generation;

  Filler(View view, EventCodec codec, Connection connection, Generation generation)
      throws SQLException {
    this.view = view;
    this.codec = codec;
    this.connection = connection;
    this.generation = generation;
    filling = view.open();
    Registry.execute(connection, "set search_path to " + generation.schema());
    connection.commit();
  }

  Generation generation() {
    return generation;
  }

  long position() {
    return generation.position();
  }

  Bookmark bookmark() {
    return generation.bookmark();
  }

  Connection connection() {
    return connection;
  }

  /** Applies and commits these events, which follow its position; as many as can be applied. */
  void fill(List<StoredEvent> events) throws SQLException, Unappliable {
    fill(Decoded.of(events, codec, false));
  }

  void fill(Decoded decoded) throws SQLException, Unappliable {
    fill(decoded, true);
  }

  /** The same in the transaction that is under way: all or nothing. */
  void fillWithin(List<StoredEvent> events) throws SQLException, Unappliable {
    fill(Decoded.of(events, codec, false), false);
  }

  private void fill(Decoded decoded, boolean commit) throws SQLException, Unappliable {
    var events = decoded.events();
    if (!events.isEmpty()) {
      if (events.getFirst().position() != position() + 1
          || events.getLast().position() != position() + events.size()) {
        throw new IllegalStateException("the log was read with a gap after " + position());
      }
      write(events, commit);
    }
    decoded.requireReadable();
  }

  private void write(List<Recorded> events, boolean commit) throws SQLException, Unappliable {
    try {
      apply(events);
      if (commit) {
        connection.commit();
      }
      generation = generation.movedTo(events.getLast().stored());
    } catch (SQLException | RuntimeException e) {
      undo();
      if (e instanceof Superseded || Trouble.is(e) || !commit) {
        throw e;
      }
      search(events, e);
    }
  }

  private void apply(List<Recorded> events) throws SQLException {
    filling.apply(events, connection);
    if (!Registry.move(connection, generation, events.getLast().stored())) {
      throw new Superseded(generation);
    }
  }

  /** Applies what comes before the one that fails, in ever smaller batches. */
  private void search(List<Recorded> events, Exception failure) throws SQLException, Unappliable {
    if (events.size() == 1) {
      throw new Unappliable(events.getFirst().stored(), failure);
    }
    int size = Math.max(1, events.size() / PIECES);
    for (int from = 0; from < events.size(); from += size) {
      write(events.subList(from, Math.min(events.size(), from + size)), true);
    }
  }

  private void undo() throws SQLException {
    filling = view.open();
    connection.rollback();
  }

  @Override
  public void close() {
    Connections.close(connection);
  }
}
