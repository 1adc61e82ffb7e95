package dev.annals.query.upkeep;

import dev.annals.store.LogReading;
import dev.annals.store.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a view has read, and what it has read there: another log, or the same one after it was
 * restored, has another event at that position.
 *
 * @param position 0 before the first event
 * @param at the time of the event there
 * @param event the id of the event there; none where it was not kept
 */
record Bookmark(long position, Optional<Instant> at, Optional<UUID> event) {
  static final Bookmark BEGINNING = new Bookmark(0, Optional.empty(), Optional.empty());

  static Bookmark of(StoredEvent event) {
    return new Bookmark(event.position(), Optional.of(event.at()), Optional.of(event.id()));
  }

  /** What follows in the log, read at once with the event that the bookmark is at. */
  List<StoredEvent> readOn(LogReading log, int limit) throws OtherLog {
    if (position == 0) {
      return log.read(0, limit);
    }
    var events = log.read(position - 1, limit + 1);
    if (events.isEmpty()) {
      throw OtherLog.endsBefore(position);
    }
    require(events.getFirst());
    return events.subList(1, events.size());
  }

  /** That this is what is in the log where the bookmark is. */
  void require(StoredEvent there) throws OtherLog {
    if (there.position() != position || !event.map(there.id()::equals).orElse(true)) {
      throw OtherLog.at(position);
    }
  }
}
