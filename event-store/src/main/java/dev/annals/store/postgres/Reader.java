package dev.annals.store.postgres;

import dev.annals.store.Abridged;
import dev.annals.store.Criteria;
import dev.annals.store.LogUnavailable;
import dev.annals.store.Range;
import dev.annals.store.Sourced;
import dev.annals.store.StoredEvent;
import dev.annals.store.postgres.RecentWindow.Answer;
import dev.annals.store.sql.EventQuery;
import dev.annals.store.sql.EventTable;
import dev.annals.store.sql.Question;
import dev.annals.store.sql.ReadingRoom;
import dev.annals.store.sql.Replay;
import dev.annals.store.sql.Sessions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Answers what can be asked of the tables, whoever else may write them. */
final class Reader {
  private final Sessions sessions;
  private final ReadingRoom room;
  private final KnownLog known;

  Reader(Sessions sessions, ReadingRoom room, KnownLog known) {
    this.sessions = sessions;
    this.room = room;
    this.known = known;
  }

  static long head(ReadingRoom room) {
    try {
      return room.ask(EventTable::head);
    } catch (SQLException e) {
      throw LogUnavailable.nothingWritten(
          "its database cannot be reached, or holds no log: " + e.getMessage(), e);
    }
  }

  Sourced source(Criteria criteria, long after) {
    return source(
        criteria, after, connection -> EventQuery.read(connection, criteria, Range.after(after)));
  }

  Sourced source(Abridged abridged) {
    return source(abridged.criteria(), 0, connection -> EventQuery.read(connection, abridged));
  }

  /** What is read is read in one statement, after the head: so it is complete up to there. */
  private Sourced source(Criteria criteria, long after, Question<List<StoredEvent>> question) {
    long head = known.head();
    if (known.window().since(criteria, after) == Answer.NOTHING) {
      return new Sourced(List.of(), head);
    }
    var events = asked(question);
    return new Sourced(
        events, events.isEmpty() ? head : Math.max(head, events.getLast().position()));
  }

  List<StoredEvent> read(Criteria criteria, Range range) {
    return asked(connection -> EventQuery.read(connection, criteria, range));
  }

  List<StoredEvent> at(Collection<Long> positions) {
    return asked(connection -> EventQuery.at(connection, positions));
  }

  void replay(long after, Consumer<? super StoredEvent> reader) {
    try (var connection = sessions.openPatient()) {
      Replay.run(connection, after, reader);
    } catch (SQLException e) {
      throw LogUnavailable.nothingWritten("it cannot be replayed", e);
    }
  }

  OptionalLong firstSince(Instant at) {
    return asked(connection -> EventQuery.firstSince(connection, at));
  }

  <T> T asked(Question<T> question) {
    try {
      return room.ask(question);
    } catch (SQLException e) {
      throw LogUnavailable.nothingWritten("it cannot be read", e);
    }
  }
}
