package dev.annals.query.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.catalogue.EventCodec;
import dev.annals.catalogue.SampleEvents;
import dev.annals.event.Event;
import dev.annals.query.activity.ActivityQuestion.Bucket;
import dev.annals.query.activity.ActivityQuestion.Dimension;
import dev.annals.query.audit.Facets;
import dev.annals.query.random.RandomHistory;
import dev.annals.query.upkeep.SameRows;
import dev.annals.query.upkeep.Views;
import dev.annals.query.view.Recorded;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.store.NewEvent;
import dev.annals.store.TestPostgres;
import dev.annals.store.memory.MemoryLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ActivityViewIT {
  private static final int EVENTS = 6_000;
  private static final List<NewEvent> HISTORY = RandomHistory.fresh(21, EVENTS);
  private static final Instant FROM = HISTORY.get(100).at();
  private static final Instant TO = FROM.plus(Duration.ofHours(9)).truncatedTo(ChronoUnit.HOURS);
  private static final MemoryLog LOG = SameRows.log(HISTORY);
  private static final Views VIEWS =
      new Views(
          List.of(new ActivityView()),
          LOG,
          SameRows.database(TestPostgres.freshDatabase()),
          new SimpleMeterRegistry());

  @BeforeAll
  static void build() {
    VIEWS.start();
    assertThat(VIEWS.waiting().await(Set.of(ActivityView.NAME), EVENTS, Duration.ofMinutes(2)))
        .isTrue();
  }

  @AfterAll
  static void close() {
    VIEWS.close();
    LOG.close();
  }

  @Test
  void its_rows_are_a_function_of_the_log() throws SQLException {
    SameRows.hold(new ActivityView(), 22);
  }

  @Test
  void counts_are_what_a_look_at_every_event_gives() {
    var asked =
        new ActivityQuestion(
            FROM,
            TO,
            Bucket.HOUR,
            Set.of(Dimension.OUTCOME, Dimension.REASON, Dimension.FAMILY),
            100);

    var counted = new HashMap<List<Object>, Long>();
    for (var count : new Activity(VIEWS).counts(asked)) {
      assertThat(count.addressIndex()).isEmpty();
      counted.put(
          List.of(count.at(), count.outcome(), count.reason(), count.family()), count.count());
    }

    assertThat(counted).isEqualTo(naive());
  }

  @Test
  void the_same_is_counted_by_the_day_and_in_all() {
    long hourly = sum(Bucket.HOUR, Set.of(), 1);

    assertThat(hourly).isEqualTo(naive().values().stream().mapToLong(Long::longValue).sum());
    assertThat(sum(Bucket.HOUR, Set.of(Dimension.ADDRESS), 100)).isPositive();
    var wholeDays =
        new ActivityQuestion(
            FROM.truncatedTo(ChronoUnit.DAYS),
            FROM.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(2)),
            Bucket.DAY,
            Set.of(Dimension.OUTCOME),
            100);
    assertThat(new Activity(VIEWS).counts(wholeDays))
        .allMatch(count -> count.at().equals(count.at().truncatedTo(ChronoUnit.DAYS)))
        .isNotEmpty();
  }

  @Test
  void only_the_greatest_groups_are_told() {
    var activity = new Activity(VIEWS);
    var by = Set.of(Dimension.ADDRESS);
    var all = activity.counts(new ActivityQuestion(FROM, TO, Bucket.HOUR, by, 100));
    var top = activity.counts(new ActivityQuestion(FROM, TO, Bucket.HOUR, by, 3));

    var greatest =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    ActivityCount::addressIndex, Collectors.summingLong(ActivityCount::count)))
            .entrySet()
            .stream()
            .sorted(Map.Entry.<Optional<String>, Long>comparingByValue().reversed())
            .limit(3)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    assertThat(top.stream().map(ActivityCount::addressIndex).collect(Collectors.toSet()))
        .isEqualTo(greatest);
    assertThat(all).containsAll(top);
  }

  @Test
  void the_first_tokens_of_a_session_are_part_of_the_sign_in() {
    var foreign = sample(ForeignTokensIssued.class);
    var started = sample(SessionStarted.class);

    assertThat(Occurrence.of(foreign, started.session().value())).isEmpty();
    assertThat(Occurrence.of(foreign, new UUID(9, 9)))
        .extracting(Occurrence::outcome)
        .containsExactly("refresh");
  }

  @Test
  void what_is_counted_of_the_catalogue_is_known() {
    var outcomes = new HashSet<String>();
    for (var event : SampleEvents.ALL) {
      Occurrence.of(event, null).forEach(each -> outcomes.add(each.outcome()));
    }

    assertThat(outcomes)
        .isEqualTo(
            Set.of(
                "sign_in",
                "sign_in_refused",
                "refresh",
                "reuse_alarm",
                "lock_out",
                "session_ended",
                "password_changed",
                "password_reset",
                "account_registered",
                "account_erased",
                "audit_trail_read"));
  }

  @Test
  void a_question_has_bounds() {
    var end = FROM.plus(Duration.ofDays(366));

    assertThatThrownBy(() -> new ActivityQuestion(FROM, end, Bucket.HOUR, Set.of(), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ActivityQuestion(TO, FROM, Bucket.HOUR, Set.of(), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ActivityQuestion(FROM, TO, Bucket.HOUR, Set.of(), 101))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static <T extends Event> T sample(Class<T> type) {
    return SampleEvents.ALL.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  private static long sum(Bucket bucket, Set<Dimension> by, int top) {
    return new Activity(VIEWS)
        .counts(new ActivityQuestion(FROM, TO, bucket, by, top)).stream()
            .mapToLong(ActivityCount::count)
            .sum();
  }

  private static Map<List<Object>, Long> naive() {
    var codec = new EventCodec();
    var counts = new HashMap<List<Object>, Long>();
    var first = FROM.truncatedTo(ChronoUnit.HOURS);
    UUID signedIn = null;
    for (var stored : SameRows.stored(HISTORY)) {
      var event = codec.decode(stored.name(), stored.version(), stored.payload());
      signedIn = event instanceof SessionStarted started ? started.session().value() : signedIn;
      if (stored.at().isBefore(first) || !stored.at().isBefore(TO)) {
        continue;
      }
      var facets = Facets.of(new Recorded(stored, codec.circumstances(stored.metadata()), event));
      for (var each : Occurrence.of(event, signedIn)) {
        var key =
            List.<Object>of(
                stored.at().truncatedTo(ChronoUnit.HOURS),
                Optional.of(each.outcome()),
                Optional.ofNullable(each.reason()),
                Optional.of(facets.family()));
        counts.merge(key, each.times(), Long::sum);
      }
    }
    return counts;
  }
}
