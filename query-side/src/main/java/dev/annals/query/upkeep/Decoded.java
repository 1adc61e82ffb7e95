package dev.annals.query.upkeep;

import dev.annals.catalogue.EventCodec;
import dev.annals.catalogue.UnreadableEvent;
import dev.annals.event.Circumstances;
import dev.annals.query.view.Recorded;
import dev.annals.store.StoredEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events of the log as far as they can be read.
 *
 * @param unreadable the event that ends them, if one does
 * @param last whether there are none behind them by now
 */
record Decoded(List<Recorded> events, @Nullable Unreadable unreadable, boolean last) {
  private static final byte[] READ = {};

  /** An event and why it cannot be read. */
  record Unreadable(StoredEvent event, UnreadableEvent why) {}

  static Decoded of(List<StoredEvent> stored, EventCodec codec, boolean last) {
    var events = new ArrayList<Recorded>(stored.size());
    StoredEvent before = null;
    for (var event : stored) {
      try {
        var circumstances =
            before != null && Arrays.equals(before.metadata(), event.metadata())
                ? events.getLast().circumstances()
                : codec.circumstances(event.metadata());
        events.add(recorded(event, circumstances, codec));
      } catch (UnreadableEvent e) {
        return new Decoded(events, new Unreadable(event, e), true);
      }
      before = event;
    }
    return new Decoded(events, null, last);
  }

  /** What one command did, it did under the same circumstances: they are read once. */
  private static Recorded recorded(
      StoredEvent event, Circumstances circumstances, EventCodec codec) {
    var fact = codec.decode(event.name(), event.version(), event.payload());
    return new Recorded(bare(event), circumstances, fact);
  }

  /** Without the bytes that have been read: a batch of many events would fill the memory. */
  private static StoredEvent bare(StoredEvent event) {
    return new StoredEvent(
        event.position(),
        event.id(),
        event.at(),
        event.name(),
        event.version(),
        List.of(),
        READ,
        READ);
  }

  /** Those behind a bookmark that is at one of them. */
  Decoded after(Bookmark bookmark) throws OtherLog {
    int from = (int) (bookmark.position() + 1 - events.getFirst().position());
    if (from > events.size()) {
      throw OtherLog.endsBefore(bookmark.position());
    }
    bookmark.require(events.get(from - 1).stored());
    return new Decoded(events.subList(from, events.size()), unreadable, last);
  }

  /** Whether the event that ends them is not behind a position. */
  boolean isUnreadableBy(long position) {
    return unreadable != null && unreadable.event().position() <= position;
  }

  void requireReadable() throws Unappliable {
    if (unreadable != null) {
      throw new Unappliable(unreadable.event(), unreadable.why());
    }
  }
}
