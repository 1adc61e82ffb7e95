package dev.annals.query.upkeep;

import dev.annals.query.view.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From where one process at a time fills the serving generation of a view: a connection, and the
 * lock it holds.
 */
final class Post {
  private final View view;
  private final Desk desk;
  private @Nullable Connection connection;
  private @Nullable Filler filler;
  private Optional<Generation> serving = Optional.empty();
  private boolean held;
  private boolean noted;

  Post(View view, Desk desk) {
    this.view = view;
    this.desk = desk;
  }

  /** What fills the generation; empty while there is none, or while another process fills it. */
  Optional<Filler> filler() throws SQLException {
    if (filler == null) {
      filler = takeOver();
    }
    return Optional.ofNullable(filler);
  }

  /** The generation there was when it was last looked for. */
  Optional<Generation> serving() {
    return serving;
  }

  private @Nullable Filler takeOver() throws SQLException {
    var open = connection != null ? connection : desk.follower(view);
    connection = open;
    held = held || Registry.lock(open, Generation.lock(view, "follow"));
    serving = Registry.serving(open, view.name(), view.version());
    open.commit();
    serving.ifPresent(desk.serving()::now);
    if (serving.isEmpty() || !held) {
      return null;
    }
    noted = serving.get().error().isPresent();
    return new Filler(view, desk.codec(), open, serving.get());
  }

  /** Looks whether another generation serves by now; if so, forgets the one there was. */
  boolean isSuperseded() throws SQLException {
    if (connection == null || filler == null) {
      return true;
    }
    int mine = filler.generation().number();
    var now = Registry.serving(connection, view.name(), view.version());
    connection.commit();
    if (now.filter(generation -> generation.number() == mine).isPresent()) {
      return false;
    }
    forget();
    return true;
  }

  void forget() {
    filler = null;
  }

  /** Leaves word for the other processes of what stops it; null for nothing any more. */
  void note(@Nullable String why) throws SQLException {
    if (connection == null || filler == null || (why == null && !noted)) {
      return;
    }
    Registry.stopped(connection, filler.generation(), why);
    connection.commit();
    noted = why != null;
  }

  void leave() {
    if (connection != null) {
      Connections.close(connection);
    }
    connection = null;
    filler = null;
    held = false;
  }
}
