package dev.annals.query.upkeep;

import dev.annals.catalogue.EventCodec;
import dev.annals.store.StoredEvent;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of the log for many readers.
 *
 * @param before the event before the stretch, read at once with it; none at the beginning
 */
record Page(Optional<StoredEvent> before, Decoded decoded) {
  static Page of(List<StoredEvent> events, int size, EventCodec codec) {
    return new Page(Optional.empty(), Decoded.of(events, codec, events.size() < size));
  }

  /** The same of events of which the first is not part of the stretch. */
  static Page behindFirst(List<StoredEvent> events, int size, EventCodec codec) {
    if (events.isEmpty()) {
      return of(events, size, codec);
    }
    var rest = of(events.subList(1, events.size()), size, codec);
    return new Page(Optional.of(events.getFirst()), rest.decoded());
  }

  /** What is behind a bookmark within the stretch, or right before it. */
  Decoded after(Bookmark bookmark) throws OtherLog {
    long position = bookmark.position();
    if (position == 0) {
      return decoded;
    }
    if (before.isPresent() && before.get().position() == position) {
      bookmark.require(before.get());
      return decoded;
    }
    if (decoded.isUnreadableBy(position)) {
      return new Decoded(List.of(), decoded.unreadable(), true);
    }
    if (decoded.events().isEmpty()) {
      throw OtherLog.endsBefore(position);
    }
    return decoded.after(bookmark);
  }
}
