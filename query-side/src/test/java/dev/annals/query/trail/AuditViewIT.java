package dev.annals.query.trail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountId;
import dev.annals.catalogue.EventCodec;
import dev.annals.event.Actor;
import dev.annals.query.audit.AuditView;
import dev.annals.query.audit.Facets;
import dev.annals.query.audit.Moments;
import dev.annals.query.random.RandomHistory;
import dev.annals.query.upkeep.QueryDatabase;
import dev.annals.query.upkeep.SameRows;
import dev.annals.query.upkeep.Views;
import dev.annals.query.view.Recorded;
import dev.annals.session.Family;
import dev.annals.session.SessionId;
import dev.annals.store.NewEvent;
import dev.annals.store.TestPostgres;
import dev.annals.store.memory.MemoryLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditViewIT {
  private static final int EVENTS = 40_000;
  private static final List<NewEvent> HISTORY = RandomHistory.fresh(11, EVENTS);
  private static final List<Facets> FACETS = facets();
  private static final QueryDatabase DATABASE = SameRows.database(TestPostgres.freshDatabase());
  private static final MemoryLog LOG = SameRows.log(HISTORY);
  private static final Views VIEWS =
      new Views(List.of(new AuditView()), LOG, DATABASE, new SimpleMeterRegistry());

  @BeforeAll
  static void build() {
    VIEWS.start();
    assertThat(VIEWS.waiting().await(Set.of(AuditView.NAME), EVENTS, Duration.ofMinutes(2)))
        .isTrue();
  }

  @AfterAll
  static void close() {
    VIEWS.close();
    LOG.close();
  }

  @Test
  void its_rows_are_a_function_of_the_log() throws SQLException {
    SameRows.hold(new AuditView(), 12);
  }

  /** Every filter alone, all pairs, and all at once. */
  static Stream<Filter> filters() {
    var one = FACETS.get(EVENTS / 2);
    var all = filter(HISTORY.get(EVENTS / 2).name(), one);
    var filters = new ArrayList<>(List.of(only(all, 0), all));
    for (int first = 0; first < 7; first++) {
      for (int second = first; second < 7; second++) {
        filters.add(only(all, 1 << first | 1 << second));
      }
    }
    filters.add(only(filter("session.ended", one), 1 << 3));
    return filters.stream();
  }

  @ParameterizedTest
  @MethodSource("filters")
  void filters_find_what_they_ask_for(Filter filter) {
    var index = new AuditIndex(VIEWS);
    var matching = matching(filter);

    assertThat(index.find(filter, new Stretch(1, EVENTS, false), EVENTS)).isEqualTo(matching);
    assertThat(index.find(filter, new Stretch(1, EVENTS, true), EVENTS))
        .isEqualTo(matching.reversed());
    assertThat(index.find(filter, new Stretch(1_000, 30_000, false), 10))
        .isEqualTo(matching.stream().filter(at -> at >= 1_000 && at <= 30_000).limit(10).toList());
    assertThat(index.find(filter, new Stretch(1_000, 30_000, true), 10))
        .isEqualTo(
            matching.reversed().stream()
                .filter(at -> at >= 1_000 && at <= 30_000)
                .limit(10)
                .toList());
  }

  @ParameterizedTest
  @MethodSource("filters")
  void no_filter_scans_the_table_or_sorts_what_it_finds(Filter filter) {
    for (var stretch : List.of(new Stretch(1, EVENTS, false), new Stretch(1, EVENTS, true))) {
      var schema = VIEWS.schema(AuditView.NAME);
      var plan = plan(AuditStatement.of(schema, filter, stretch, 100));

      assertThat(plan).doesNotContain("Seq Scan on entry").contains("Index");
      if (plan.contains("Sort")) {
        assertThat(plan)
            .as("few rows, found by several indexes, or the first of every kind")
            .containsPattern("Bitmap|Scan (Backward )?using entry_(kind|address) on entry");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void a_moment_is_the_position_before_the_first_event_that_is_later(long seed) {
    var moments = new Moments(VIEWS);
    var random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      var about = HISTORY.get(random.nextInt(EVENTS)).at();
      var moment = about.plusNanos(random.nextInt(3) * 1_000L - 1_000L);

      assertThat(moments.positionAt(moment)).isEqualTo(before(moment));
    }
  }

  @Test
  void before_the_first_event_is_position_0_and_after_the_last_is_the_last() {
    var moments = new Moments(VIEWS);

    assertThat(moments.positionAt(Instant.EPOCH)).isZero();
    assertThat(moments.positionAt(Instant.MIN)).isZero();
    assertThat(moments.positionAt(Instant.MAX)).isEqualTo(EVENTS);
  }

  @Test
  void a_position_has_been_reached_at_the_greatest_time_so_far() {
    var moments = new Moments(VIEWS);
    var greatest =
        HISTORY.subList(0, 777).stream().map(NewEvent::at).max(Instant::compareTo).orElseThrow();

    assertThat(moments.reachedAt(777)).contains(greatest);
    assertThat(moments.reachedAt(0)).isEmpty();
    assertThat(moments.reachedAt(EVENTS + 1)).isEmpty();
  }

  private static long before(Instant moment) {
    for (int i = 0; i < EVENTS; i++) {
      if (HISTORY.get(i).at().isAfter(moment)) {
        return i;
      }
    }
    return EVENTS;
  }

  private static List<Long> matching(Filter filter) {
    var matching = new ArrayList<Long>();
    for (int i = 0; i < EVENTS; i++) {
      if (fits(filter, HISTORY.get(i).name(), FACETS.get(i))) {
        matching.add(i + 1L);
      }
    }
    return matching;
  }

  private static boolean fits(Filter filter, String name, Facets facets) {
    return filter.account().map(AccountId::value).equals(or(filter.account(), facets.account()))
        && filter.session().map(SessionId::value).equals(or(filter.session(), facets.session()))
        && filter.actor().map(Actor::value).stream().allMatch(facets.actor()::equals)
        && filter.name().stream().allMatch(name::equals)
        && filter.outcome().stream().allMatch(facets.outcome()::equals)
        && filter.family().map(Family::value).stream().allMatch(facets.family()::equals)
        && filter.addressIndex().equals(or(filter.addressIndex(), facets.addressIndex()));
  }

  private static <T> Optional<T> or(Optional<?> asked, Optional<T> has) {
    return asked.isPresent() ? has : Optional.empty();
  }

  private static Filter filter(String name, Facets facets) {
    return new Filter(
        facets.account().or(() -> FACETS.get(0).account()).map(AccountId::new),
        facets.session().or(AuditViewIT::anySession).map(SessionId::new),
        Optional.of(new Actor(facets.actor())),
        Optional.of(name),
        Optional.of(facets.outcome()),
        Optional.of(new Family(facets.family())),
        facets.addressIndex().or(() -> Optional.of("%043d".formatted(0))));
  }

  private static Optional<java.util.UUID> anySession() {
    return FACETS.stream().flatMap(facets -> facets.session().stream()).findFirst();
  }

  private static Filter only(Filter all, int which) {
    return new Filter(
        all.account().filter(_ -> (which & 1) != 0),
        all.session().filter(_ -> (which & 2) != 0),
        all.actor().filter(_ -> (which & 4) != 0),
        all.name().filter(_ -> (which & 8) != 0),
        all.outcome().filter(_ -> (which & 16) != 0),
        all.family().filter(_ -> (which & 32) != 0),
        all.addressIndex().filter(_ -> (which & 64) != 0));
  }

  private static String plan(AuditStatement asked) {
    return VIEWS.ask(connection -> {
      try (var statement = connection.prepareStatement("explain " + asked.sql())) {
        for (int i = 0; i < asked.parameters().size(); i++) {
          statement.setObject(i + 1, asked.parameters().get(i));
        }
        try (var row = statement.executeQuery()) {
          var plan = new StringBuilder();
          while (row.next()) {
            plan.append(row.getString(1)).append('\n');
          }
          return plan.toString();
        }
      }
    });
  }

  private static List<Facets> facets() {
    var codec = new EventCodec();
    return SameRows.stored(HISTORY).stream()
        .map(stored ->
            new Recorded(
                stored,
                codec.circumstances(stored.metadata()),
                codec.decode(stored.name(), stored.version(), stored.payload())))
        .map(Facets::of)
        .toList();
  }
}
