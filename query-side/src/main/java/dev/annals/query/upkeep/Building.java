package dev.annals.query.upkeep;

import dev.annals.query.upkeep.Generation.Role;
import dev.annals.query.view.View;
import dev.annals.store.StoredEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a build does to the database, over one connection that holds the lock for it. */
final class Building {
  private static final Logger LOG = LoggerFactory.getLogger(Building.class);

  private final View view;
  private final Desk desk;
  private final Connection connection;
  private final int mine;
  private boolean first;
  private @Nullable Filler filler;

  /**
   * A build that has yet to begin.
   *
   * @param mine the number of the generation that an earlier attempt began; 0 for none
   */
  Building(View view, Desk desk, Connection connection, int mine) {
    this.view = view;
    this.desk = desk;
    this.connection = connection;
    this.mine = mine;
  }

  /** Begins a generation; or goes on with the one that an interrupted build has left. */
  Filler begin() throws SQLException {
    first = Registry.serving(connection, view.name(), view.version()).isEmpty();
    var left = leftovers();
    var resumed =
        left.stream().filter(generation -> first || generation.number() == mine).findFirst();
    for (var generation : left) {
      if (!resumed.equals(Optional.of(generation))) {
        Registry.drop(connection, generation);
      }
    }
    connection.commit();
    var begun = resumed.isPresent() ? resumed.get() : create();
    var opened = new Filler(view, desk.codec(), connection, begun);
    filler = opened;
    return opened;
  }

  private List<Generation> leftovers() throws SQLException {
    return Registry.all(connection, view.name()).stream()
        .filter(generation -> generation.role() == Role.BUILDING)
        .filter(generation -> generation.version() == view.version())
        .toList();
  }

  private Generation create() throws SQLException {
    var generation = Registry.begin(connection, view.name(), view.version());
    Registry.execute(connection, "set local search_path to " + generation.schema());
    Registry.execute(connection, view.tables());
    connection.commit();
    return generation;
  }

  /** Whether nothing serves that this build could stand beside. */
  boolean isFirst() {
    return first;
  }

  String schema() {
    return filler().generation().schema();
  }

  private Filler filler() {
    return Objects.requireNonNull(filler);
  }

  /** Makes what only questions need, and tells the planner what there is. */
  void index() throws SQLException {
    var generation = filler().generation();
    if (generation.indexed()) {
      return;
    }
    if (!view.indexes().isBlank()) {
      Registry.execute(connection, view.indexes());
    }
    for (var table : tables(generation)) {
      Registry.execute(connection, "analyze " + generation.schema() + "." + table);
    }
    Registry.indexed(connection, generation);
    connection.commit();
  }

  private List<String> tables(Generation generation) throws SQLException {
    var sql = "select tablename from pg_tables where schemaname = ? order by 1";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, generation.schema());
      try (var row = statement.executeQuery()) {
        var tables = new ArrayList<String>();
        while (row.next()) {
          tables.add(row.getString(1));
        }
        return tables;
      }
    }
  }

  /**
   * Switches. The generation that serves is held where it is meanwhile, and what it has read more
   * is read as well: no reader ever sees less than before.
   */
  @Nullable Unappliable serve() throws SQLException, OtherLog {
    var held = Registry.servingHeld(connection, view.name(), view.version());
    try {
      while (held.isPresent() && isToBeReached(held.get())) {
        filler().fillWithin(missing(held.get()));
      }
    } catch (Unappliable e) {
      connection.rollback();
      return e;
    }
    if (held.isPresent()) {
      Registry.give(connection, held.get(), Role.RETIRED);
    }
    Registry.give(connection, filler().generation(), Role.SERVING);
    connection.commit();
    desk.serving().now(filler().generation().as(Role.SERVING));
    return null;
  }

  /** What another log said, or this one before it was restored, is not to be reached. */
  private boolean isToBeReached(Generation held) {
    if (filler().position() >= held.position()) {
      return false;
    }
    try {
      var _ = held.bookmark().readOn(desk.log(), 1);
      return true;
    } catch (OtherLog e) {
      LOG.warn("View {} is built of another log than before: {}", view.name(), e.why());
      return false;
    }
  }

  private List<StoredEvent> missing(Generation held) throws OtherLog {
    long missing = held.position() - filler().position();
    return filler().bookmark().readOn(desk.log(), (int) Math.min(missing, desk.pace().page()));
  }

  /** Switches though it is not level: it cannot get on, and there is nothing better. */
  void serveStopped(Unappliable why) throws SQLException {
    Registry.stopped(connection, filler().generation(), why.why());
    Registry.give(connection, filler().generation(), Role.SERVING);
    connection.commit();
    desk.serving().now(filler().generation().as(Role.SERVING));
  }

  /** Gives up what was built. */
  void abandon() throws SQLException {
    Registry.drop(connection, filler().generation());
    connection.commit();
  }

  /**
   * What can wait until it serves. What cannot be dropped now stays for the follower to drop; and
   * until its pages are known to be visible to everybody, which the server would see to by itself
   * in a minute, no index answers alone.
   */
  void settle() {
    try {
      Sweep.of(view, connection);
      vacuum(filler().generation());
    } catch (SQLException e) {
      LOG.warn("View {} is not all settled yet: {}", view.name(), e.getSQLState());
    }
  }

  /** Not within a transaction. */
  private void vacuum(Generation generation) throws SQLException {
    var tables = tables(generation);
    connection.commit();
    connection.setAutoCommit(true);
    try {
      for (var table : tables) {
        Registry.execute(connection, "vacuum " + generation.schema() + "." + table);
      }
    } finally {
      connection.setAutoCommit(false);
    }
  }
}
