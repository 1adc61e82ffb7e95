package dev.annals.query.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.event.Circumstances;
import dev.annals.query.view.Moods.Mood;
import dev.annals.request.RequestEvent.CommandAnswered;
import dev.annals.store.StoredEvent;
import dev.annals.store.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineIT {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");
  private static final UUID ADA = new UUID(1, 1);
  private static final UUID BOB = new UUID(1, 2);

  private record Change(UUID key, Recorded recorded, Mood mood) {}

  private Connection connection = open();

  @BeforeEach
  void table() throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute(
          """
          create table mood (
            person uuid not null,
            from_position bigint not null,
            from_at timestamptz not null,
            to_position bigint,
            to_at timestamptz,
            word text not null,
            strength integer not null,
            marks text[] not null,
            primary key (person, from_position)
          ) with (fillfactor = 80)
          """);
    }
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void a_change_closes_the_version_before_it() throws SQLException {
    var timeline = new Timeline<>(new Moods());

    timeline.begin(ADA, at(1), mood("calm"));
    timeline.change(ADA, at(3), mood("glad"));
    timeline.flush(connection);
    timeline.change(ADA, at(7), mood("sad"));
    timeline.flush(connection);

    assertThat(rows())
        .containsExactly(
            row(ADA, at(1), at(3), "calm"),
            row(ADA, at(3), at(7), "glad"),
            row(ADA, at(7), null, "sad"));
  }

  @Test
  void the_same_state_again_makes_no_row() throws SQLException {
    var timeline = new Timeline<>(new Moods());

    timeline.begin(ADA, at(1), mood("calm"));
    timeline.flush(connection);
    timeline.change(ADA, at(2), mood("calm"));
    timeline.flush(connection);

    assertThat(rows()).containsExactly(row(ADA, at(1), null, "calm"));
  }

  @Test
  void changes_at_one_position_make_one_row() throws SQLException {
    var timeline = new Timeline<>(new Moods());

    timeline.begin(ADA, at(1), mood("calm"));
    timeline.change(ADA, at(1), mood("glad"));
    timeline.flush(connection);

    assertThat(rows()).containsExactly(row(ADA, at(1), null, "glad"));
  }

  @Test
  void what_is_loaded_is_what_was_written() throws SQLException {
    var before = new Timeline<>(new Moods());
    var odd =
        new Mood("\ttab \\N \"quoted\" {x} \u00e4 \ud83d\ude00", -1, List.of("", "a,b", "\"\\"));
    before.begin(ADA, at(1), odd);
    before.begin(BOB, at(2), new Mood("", 0, List.of()));
    before.flush(connection);

    var after = new Timeline<>(new Moods());
    after.load(connection, List.of(ADA, BOB, new UUID(1, 3)));

    assertThat(after.at(ADA)).contains(odd);
    assertThat(after.at(BOB)).contains(new Mood("", 0, List.of()));
    assertThat(after.at(new UUID(1, 3))).isEmpty();
  }

  @Test
  void what_postgresql_cannot_hold_stops_nobody() throws SQLException {
    var timeline = new Timeline<>(new Moods());

    timeline.begin(ADA, at(1), mood("a\0b"));
    timeline.flush(connection);

    assertThat(rows()).containsExactly(row(ADA, at(1), null, "a\ufffdb"));
  }

  @Test
  void a_key_that_was_not_loaded_is_not_taken_for_a_new_one() {
    var timeline = new Timeline<>(new Moods());

    assertThatThrownBy(() -> timeline.at(ADA)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> timeline.change(ADA, at(1), mood("calm")))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void rows_are_the_same_whatever_the_batches_and_whatever_is_let_go(long seed)
      throws SQLException {
    var random = new Random(seed);
    var changes = changes(random);
    int kept = random.nextInt(1, 60);

    var timeline = new Timeline<>(new Moods(), kept);
    for (int from = 0; from < changes.size(); ) {
      int to = Math.min(changes.size(), from + 1 + random.nextInt(1, 200));
      apply(timeline, changes.subList(from, to));
      connection.commit();
      from = to;
      if (random.nextInt(5) == 0) {
        timeline = new Timeline<>(new Moods(), kept);
      }
    }

    assertThat(rows()).containsExactlyElementsOf(naive(changes));
  }

  private void apply(Timeline<UUID, Mood> timeline, List<Change> batch) throws SQLException {
    var keys = new HashSet<UUID>();
    batch.forEach(change -> keys.add(change.key()));
    timeline.load(connection, keys);
    for (var change : batch) {
      timeline.change(change.key(), change.recorded(), change.mood());
    }
    timeline.flush(connection);
  }

  private static List<Change> changes(Random random) {
    var changes = new ArrayList<Change>();
    for (long position = 1; position <= 2_000; position++) {
      var key = new UUID(1, random.nextInt(80));
      var recorded = at(position);
      changes.add(new Change(key, recorded, mood("m" + random.nextInt(3))));
    }
    return changes;
  }

  /** The rows as anybody would work them out: all versions of a key, one after the other. */
  private static List<String> naive(List<Change> changes) {
    Map<UUID, List<Change>> versions = new TreeMap<>();
    Map<UUID, Mood> last = new HashMap<>();
    for (var change : changes) {
      if (!change.mood().equals(last.put(change.key(), change.mood()))) {
        versions.computeIfAbsent(change.key(), _ -> new ArrayList<>()).add(change);
      }
    }
    var rows = new ArrayList<String>();
    versions.forEach((key, all) -> {
      for (int i = 0; i < all.size(); i++) {
        var to = i + 1 < all.size() ? all.get(i + 1).recorded() : null;
        rows.add(row(key, all.get(i).recorded(), to, all.get(i).mood().word()));
      }
    });
    return rows;
  }

  private List<String> rows() throws SQLException {
    var sql =
        "select person, from_position, from_at at time zone 'UTC', to_position,"
            + " to_at at time zone 'UTC', word from mood order by person, from_position";
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      while (result.next()) {
        var cells = new ArrayList<String>();
        for (int column = 1; column <= 6; column++) {
          cells.add(result.getString(column));
        }
        rows.add(String.join("|", cells.stream().map(String::valueOf).toList()));
      }
      return rows;
    }
  }

  private static String row(UUID key, Recorded from, @Nullable Recorded to, String word) {
    return String.join("|", key.toString(), end(from), to == null ? "null|null" : end(to), word);
  }

  private static String end(Recorded recorded) {
    return recorded.position() + "|" + recorded.at().toString().replace('T', ' ').replace("Z", "");
  }

  private static Mood mood(String word) {
    return new Mood(word, word.length(), List.of(word));
  }

  /** An event whose time is not in order, as it happens. */
  private static Recorded at(long position) {
    var time = NOON.plusSeconds(position % 7 == 0 ? -position : position);
    var event = new CommandAnswered("k", "f", "a", time);
    var stored =
        new StoredEvent(
            position, new UUID(0, position), time, "n", "1", List.of(), new byte[0], new byte[0]);
    return new Recorded(stored, Circumstances.SYSTEM, event);
  }

  private static Connection open() {
    try {
      return TestPostgres.freshDatabase().ownerDataSource().getConnection();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
