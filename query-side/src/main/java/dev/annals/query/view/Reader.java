package dev.annals.query.view;

import dev.annals.store.StoredEvent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Reads the log on from where a generation is: in bulk while that is far behind, else by pages. */
final class Reader {
  private final Desk desk;
  private final BooleanSupplier closed;

  Reader(Desk desk, BooleanSupplier closed) {
    this.desk = desk;
    this.closed = closed;
  }

  /** What ended a replay from within. */
  private static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Ended(Exception cause) {
      super(cause);
    }
  }

  /** Reads on; says how many events there were. {@code moved} runs after each transaction. */
  long read(Filler filler, Runnable moved) throws SQLException, Unappliable {
    long before = filler.position();
    if (desk.log().head() - before > desk.pace().far()) {
      bulk(filler, moved);
    } else {
      fill(filler, desk.log().read(before, desk.pace().page()), moved);
    }
    return filler.position() - before;
  }

  private void bulk(Filler filler, Runnable moved) throws SQLException, Unappliable {
    var batch = new ArrayList<StoredEvent>();
    try {
      desk.log()
          .replay(
              filler.position(),
              event -> {
                batch.add(event);
                if (batch.size() >= desk.pace().bulk()) {
                  flush(filler, batch, moved);
                }
              });
      flush(filler, batch, moved);
    } catch (Ended e) {
      raise(e.getCause());
    }
  }

  private void flush(Filler filler, List<StoredEvent> batch, Runnable moved) {
    try {
      fill(filler, batch, moved);
    } catch (SQLException | Unappliable e) {
      throw new Ended(e);
    }
    if (closed.getAsBoolean()) {
      throw new Closing();
    }
    batch.clear();
  }

  private static void fill(Filler filler, List<StoredEvent> events, Runnable moved)
      throws SQLException, Unappliable {
    try {
      filler.fill(events);
    } finally {
      moved.run();
    }
  }

  private static void raise(@Nullable Throwable cause) throws SQLException, Unappliable {
    switch (cause) {
      case SQLException e -> throw e;
      case Unappliable e -> throw e;
      case null, default -> throw new IllegalStateException(cause);
    }
  }
}
