package dev.annals.query.feed;

import dev.annals.query.feed.Reordering.Arrived;
import dev.annals.store.StoredEvent;
import dev.annals.store.copy.LogCopy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * From opening the topic to the first thing that goes wrong: then everything in memory is thrown
 * away, and another run begins with what is in the database.
 */
final class FeedRun {
  /** Events that one transaction writes at most: a slow disk must be done with them in time. */
  private static final int BATCH = 2_000;

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long BETWEEN_LOOKS = 5 * SECOND;

  /** What a run works with. */
  record Desk(Baton baton, Topic topic, TopicReader reader, CloudEvents codec) {}

  private final Desk desk;
  private final Connection connection;
  private final FeedLimits limits;
  private final FeedState state;
  private final Topic.Life life;
  private final Reordering order;
  private final Map<Integer, Long> next = new HashMap<>();
  private final List<Arrived> again = new ArrayList<>();
  private int partitions;
  private boolean unsaved;
  private boolean kafkaAnswers = true;
  private boolean written;
  private long shown;
  private long looked = System.nanoTime();
  private long progress = looked;

  FeedRun(Desk desk, FeedLimits limits, FeedState state) throws SQLException, InterruptedException {
    this.desk = desk;
    this.connection = desk.baton().connection();
    this.limits = limits;
    this.state = state;
    this.life =
        desk.topic()
            .look()
            .orElseThrow(
                () -> new KafkaException("topic " + desk.topic().name() + " is not there"));
    this.partitions = life.partitions();
    Offsets.forgetOthers(connection, life.id());
    this.order = new Reordering(LogCopy.head(connection));
    next.putAll(Offsets.of(connection, life.id()));
    desk.reader().follow(partitions, next);
    state.reached(order.head());
  }

  /** Reads what there is by now, and writes what follows. */
  void step() throws SQLException, InterruptedException {
    read();
    desk.reader().hold(order.bytes() > limits.bytes() ? order::isAhead : _ -> false);
    if (System.nanoTime() - shown > SECOND) {
      shown = System.nanoTime();
      show();
    }
  }

  /** What came before a record that is not ours is written nevertheless. */
  private void read() throws SQLException {
    try {
      for (var record : desk.reader().poll()) {
        take(record);
      }
    } finally {
      compare();
      write();
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    var event = desk.codec().event(record);
    var arrived = new Arrived(event, record.partition(), record.offset());
    int waiting = order.waiting();
    if (!order.add(arrived)) {
      again.add(arrived);
    } else if (order.waiting() == waiting) {
      state.dropped.increment();
    }
    next.put(record.partition(), record.offset() + 1);
    unsaved = true;
  }

  /** At least once means that some come again: as they were, or something is very wrong. */
  private void compare() throws SQLException {
    if (again.isEmpty()) {
      return;
    }
    var known = new HashMap<Long, StoredEvent>();
    var positions = again.stream().map(each -> each.event().position()).toList();
    LogCopy.at(connection, positions).forEach(event -> known.put(event.position(), event));
    for (var arrived : again) {
      var event = known.get(arrived.event().position());
      if (event == null || !event.isSameAs(arrived.event())) {
        throw new Contradiction(arrived);
      }
    }
    state.dropped.increment(again.size());
    again.clear();
  }

  private void write() throws SQLException {
    for (var events = order.take(BATCH); !events.isEmpty(); events = order.take(BATCH)) {
      write(events);
      state.reached(order.head());
      state.copied.increment(events.size());
      progress = System.nanoTime();
      written = true;
    }
  }

  private void write(List<StoredEvent> events) throws SQLException {
    connection.setAutoCommit(false);
    LogCopy.write(connection, events);
    save();
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** A partition is read on from the first record that still waits in memory. */
  private void save() throws SQLException {
    var offsets = new HashMap<Integer, Long>();
    next.forEach((partition, offset) ->
        offsets.put(partition, order.firstWaiting(partition).orElse(offset)));
    Offsets.save(connection, life.id(), offsets);
    unsaved = false;
  }

  private void show() throws SQLException, InterruptedException {
    if (unsaved) {
      save();
    } else {
      desk.baton().show();
    }
    if (shown - looked > BETWEEN_LOOKS) {
      look();
    }
    state.read(desk.reader().unread(), order.waiting());
    judge();
  }

  private void look() throws InterruptedException {
    looked = System.nanoTime();
    try {
      var now = desk.topic().look();
      if (now.isEmpty() || !now.get().id().equals(life.id())) {
        throw new TopicReplaced();
      }
      if (now.get().partitions() > partitions) {
        partitions = now.get().partitions();
        desk.reader().follow(partitions, Map.of());
      }
      kafkaAnswers = true;
    } catch (KafkaException _) {
      kafkaAnswers = false;
    }
  }

  /** The topic is another one than when the run began. */
  static final class TopicReplaced extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TopicReplaced() {
      super("the topic was deleted or made anew");
    }
  }

  private void judge() {
    boolean atEnd = desk.reader().isAtEnd();
    if (order.waiting() == 0 || !atEnd) {
      progress = System.nanoTime();
    }
    if (!kafkaAnswers) {
      state.stuck("Kafka does not answer");
    } else if (System.nanoTime() - progress > limits.patience().toNanos()) {
      state.stuck(missing());
    } else if (written || (atEnd && order.waiting() == 0)) {
      state.flows();
    }
  }

  private String missing() {
    return ("position %d is missing in the topic, which goes on at position %d: it was deleted, or"
            + " the relay never sent it. To send it again, on the log's database: update"
            + " relay_bookmark set position = %d where name = '%s'")
        .formatted(order.head() + 1, order.firstEarly(), order.head(), desk.topic().name());
  }
}
