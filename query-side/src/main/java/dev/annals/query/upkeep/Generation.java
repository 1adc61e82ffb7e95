package dev.annals.query.upkeep;

import dev.annals.query.view.View;
import dev.annals.store.StoredEvent;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One filling of a view's tables, as the registry knows it.
 *
 * @param view the view's name
 * @param version the view's version; another one does not know these tables
 * @param number counts the generations of the view, from 1
 * @param bookmark how far it has read the log
 * @param error what kept it from reading on, if anything does
 * @param indexed whether it has what only questions need
 */
record Generation(
    String view,
    int version,
    int number,
    Role role,
    Bookmark bookmark,
    Optional<String> error,
    boolean indexed) {

  /** What a generation is for. */
  enum Role {
    /** Being filled; nobody asks it. */
    BUILDING,
    /** The one that is asked and followed. */
    SERVING,
    /** To be dropped. */
    RETIRED;

    String sql() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Role of(String sql) {
      return valueOf(sql.toUpperCase(Locale.ROOT));
    }
  }

  /** How far it has read the log. */
  long position() {
    return bookmark.position();
  }

  /** The time of the event there. */
  Optional<Instant> at() {
    return bookmark.at();
  }

  Generation movedTo(StoredEvent last) {
    return new Generation(
        view, version, number, role, Bookmark.of(last), Optional.empty(), indexed);
  }

  Generation as(Role other) {
    return new Generation(view, version, number, other, bookmark, error, indexed);
  }

  /** What only one process at a time may do with this view in this version. */
  static String lock(View view, String what) {
    return lock(view.name(), view.version(), what);
  }

  static String lock(Generation generation, String what) {
    return lock(generation.view, generation.version, what);
  }

  private static String lock(String view, int version, String what) {
    return view + "/" + version + "/" + what;
  }

  /** Where its tables are. */
  String schema() {
    return view + "_g" + number;
  }
}
