package dev.annals.query.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.crypto.KeyEncryptionKey;
import dev.annals.crypto.Sealing;
import dev.annals.query.app.EveryView;
import dev.annals.query.random.RandomHistory;
import dev.annals.query.upkeep.QueryDatabase;
import dev.annals.query.upkeep.SameRows;
import dev.annals.query.upkeep.ViewState.Phase;
import dev.annals.query.upkeep.Views;
import dev.annals.query.view.Recorded;
import dev.annals.query.view.View;
import dev.annals.query.who.Tokens;
import dev.annals.query.who.Told;
import dev.annals.session.RefreshGrant;
import dev.annals.store.LogReading;
import dev.annals.store.NewEvent;
import dev.annals.store.StoredEvent;
import dev.annals.store.TestPostgres;
import dev.annals.store.postgres.PostgresLog;
import dev.annals.store.postgres.PostgresReading;
import dev.annals.token.RefreshTokens;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A log that is restored from a backup taken under load is worth what it was. */
@EnabledOnOs(OS.LINUX)
class RestoreIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int PERSONS_EVENTS = 20;
  private static final String PURPOSE = "display-name";
  private static final List<Recorded> HISTORY = new RandomHistory(11, 60).events(6_000);
  private static final Set<String> NAMES =
      EveryView.all().stream().map(View::name).collect(Collectors.toSet());

  private final KeyEncryptionKey kek = KeyEncryptionKey.generate();

  @Test
  void a_restored_log_gives_the_same_views_and_what_was_good_then_is_good(@TempDir Path directory)
      throws Exception {
    try (var servers = new RestoredServer(directory);
        var log = PostgresLog.open(servers.writing(), new SimpleMeterRegistry())) {
      var sealing = new Sealing(kek, log.dataKeys());
      var told = new Told(log, sealing);
      told.founded();
      var refresh =
          new RefreshTokens(told.secret.refreshTokens(), told.randomness)
              .mint(Told.SESSION, Told.ADA, 0);
      var access = told.signedIn(new RefreshGrant(0, refresh.hash(), Told.ONE));
      var sealed = sealing.seal(Told.ADA.dataKey(), PURPOSE, "Ada");

      restoreUnderLoad(servers, log);
      try (var restored =
          PostgresReading.open(servers.readingTheRestored(), new SimpleMeterRegistry())) {
        long head = restored.confirmedHead().join();
        assertThat(head).isBetween(HISTORY.size() / 4L, log.confirmedHead().join() - 1);

        assertThat(views(restored)).isEqualTo(views(SameRows.log(upTo(log, head))));

        var onlyOpening = new Sealing(kek, restored.dataKeys());
        var tokens =
            new Tokens(Tokens.histories(restored, 1_000), onlyOpening, Told.US, Told.CLOCK);
        assertThat(tokens.introspect(access)).containsEntry("active", true);
        assertThat(tokens.introspect(refresh.reveal())).containsEntry("active", true);
        assertThat(onlyOpening.open(sealed, PURPOSE)).contains("Ada");
      }
    }
  }

  @Test
  void a_query_side_that_has_seen_more_stops_and_is_right_again_once_rebuilt(
      @TempDir Path directory) throws Exception {
    var database = SameRows.database(TestPostgres.freshDatabase());
    try (var servers = new RestoredServer(directory);
        var log = PostgresLog.open(servers.writing(), new SimpleMeterRegistry())) {
      restoreUnderLoad(servers, log);
      var _ = build(log, database);
      try (var restored =
              PostgresLog.open(servers.writingTheRestored(), new SimpleMeterRegistry());
          var views = new Views(EveryView.all(), restored, database, new SimpleMeterRegistry())) {
        long lost = log.confirmedHead().join() - restored.confirmedHead().join();
        RandomHistory.load(restored, new RandomHistory(12, 5).events((int) lost + PERSONS_EVENTS));

        views.start();
        until(() -> NAMES.stream().allMatch(name -> views.state(name).phase() == Phase.STOPPED));
        assertThat(views.state("audit").error().orElseThrow())
            .contains("holds another event", "Rebuild the view");

        NAMES.forEach(name -> assertThat(views.rebuild(name)).isPresent());
        until(() -> NAMES.stream().allMatch(name -> views.state(name).phase() == Phase.FOLLOWING));
        assertThat(tables(views, database))
            .isEqualTo(views(SameRows.log(upTo(restored, restored.confirmedHead().join()))));
      }
    }
  }

  /** One part of the history comes before the backup, one while it is taken, one after it. */
  private static void restoreUnderLoad(RestoredServer servers, PostgresLog log) throws Exception {
    int part = HISTORY.size() / 3;
    RandomHistory.load(log, HISTORY.subList(0, part));
    long before = log.head();
    var load =
        Thread.ofPlatform()
            .start(() -> HISTORY.subList(part, 3 * part).forEach(each -> one(log, each)));
    servers.restore(() -> until(() -> log.head() > before + part / 2));
    load.join();
  }

  private static void one(PostgresLog log, Recorded event) {
    RandomHistory.load(log, List.of(event));
  }

  private static List<NewEvent> upTo(LogReading log, long head) {
    return log.read(0, (int) head).stream().map(RestoreIT::fresh).toList();
  }

  private static NewEvent fresh(StoredEvent stored) {
    return new NewEvent(
        stored.id(),
        stored.at(),
        stored.name(),
        stored.version(),
        stored.tags(),
        stored.metadata(),
        stored.payload());
  }

  /** All rows of all views of a log. */
  private static Map<String, Map<String, List<String>>> views(LogReading log) throws SQLException {
    return build(log, SameRows.database(TestPostgres.freshDatabase()));
  }

  private static Map<String, Map<String, List<String>>> build(
      LogReading log, QueryDatabase database) throws SQLException {
    try (var views = new Views(EveryView.all(), log, database, new SimpleMeterRegistry())) {
      views.start();
      long head = log.confirmedHead().join();
      assertThat(views.waiting().await(NAMES, head, PATIENCE))
          .as(() -> views.states().toString())
          .isTrue();
      return tables(views, database);
    }
  }

  private static Map<String, Map<String, List<String>>> tables(Views views, QueryDatabase database)
      throws SQLException {
    var tables = new TreeMap<String, Map<String, List<String>>>();
    for (var name : NAMES) {
      var rows = SameRows.tables(database, views.schema(name));
      assertThat(rows.values()).anyMatch(each -> !each.isEmpty());
      tables.put(name, rows);
    }
    return tables;
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }
}
