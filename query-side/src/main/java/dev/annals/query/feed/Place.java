package dev.annals.query.feed;

import dev.annals.store.LogReading;
import dev.annals.store.StoredEvent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Up to where the log is in the topic.
 *
 * @param event the id of the event there; none where an operator has moved the bookmark
 */
record Place(long position, Optional<UUID> event) {
  static Place of(StoredEvent event) {
    return new Place(event.position(), Optional.of(event.id()));
  }

  /**
   * What follows, read at once with the last event that was sent.
   *
   * @throws OtherLog if that is not in the log
   */
  List<StoredEvent> readOn(LogReading log, int limit) {
    if (position == 0) {
      return log.read(0, limit);
    }
    var events = log.read(position - 1, limit + 1);
    if (events.isEmpty()) {
      throw new OtherLog(
          "the bookmark is at position %d, and the log ends before it".formatted(position));
    }
    if (!event.map(events.getFirst().id()::equals).orElse(true)) {
      throw new OtherLog(
          "the log holds another event at position %d than was sent".formatted(position));
    }
    return events.subList(1, events.size());
  }

  /** The log is not the one that the topic has the beginning of. */
  static final class OtherLog extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OtherLog(String what) {
      super(
          what
              + ": it was restored to an earlier moment, or what is read is behind. If it was"
              + " restored, send it to a new topic: delete the old one, and on the log's database:"
              + " delete from relay_bookmark");
    }
  }
}
