package dev.annals.query.upkeep;

import dev.annals.query.view.Recorded;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.function.BooleanSupplier;

/** Reads the log on from where a generation is: in bulk while that is far behind, else by pages. */
final class Reader {
  private final Desk desk;
  private final BooleanSupplier closed;

  Reader(Desk desk, BooleanSupplier closed) {
    this.desk = desk;
    this.closed = closed;
  }

  /** Reads on; says how many events there were. {@code moved} runs after each transaction. */
  long read(Filler filler, Runnable moved) throws SQLException, Unappliable, OtherLog {
    long before = filler.position();
    if (desk.log().head() - before > desk.pace().far()) {
      bulk(filler, moved);
    } else {
      fill(filler, page(filler.bookmark()), moved);
    }
    return filler.position() - before;
  }

  private Decoded page(Bookmark after) throws OtherLog {
    return Decoded.of(after.readOn(desk.log(), desk.pace().page()), desk.codec(), false);
  }

  private void bulk(Filler filler, Runnable moved) throws SQLException, Unappliable, OtherLog {
    try {
      while (!batch(filler, moved)) {
        if (closed.getAsBoolean()) {
          throw new Closing();
        }
      }
    } finally {
      desk.pages().leave(this);
    }
  }

  /** Fills with many pages at once, so that what changes often is written once; true at the end. */
  private boolean batch(Filler filler, Runnable moved) throws SQLException, Unappliable, OtherLog {
    var batch = new ArrayList<Recorded>();
    Decoded page;
    do {
      var last = batch.isEmpty() ? filler.bookmark() : Bookmark.of(batch.getLast().stored());
      page = desk.pages().after(last, this);
      batch.addAll(page.events());
    } while (!page.last() && batch.size() < desk.pace().bulk());
    fill(filler, new Decoded(batch, page.unreadable(), page.last()), moved);
    return page.last();
  }

  private static void fill(Filler filler, Decoded events, Runnable moved)
      throws SQLException, Unappliable, OtherLog {
    try {
      filler.fill(events);
    } finally {
      moved.run();
    }
  }
}
