package dev.annals.query.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.catalogue.EventCatalogue;
import dev.annals.catalogue.EventCodec;
import dev.annals.catalogue.SampleEvents;
import dev.annals.event.Circumstances;
import dev.annals.event.Event;
import dev.annals.query.random.RandomHistory;
import dev.annals.query.view.View;
import dev.annals.store.Append;
import dev.annals.store.NewEvent;
import dev.annals.store.StoredEvent;
import dev.annals.store.TestPostgres;
import dev.annals.store.memory.MemoryLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The law of every view: its rows are a function of the log. Followed in small batches, with new
 * starts in between; built at once; or rebuilt: the tables are the same, row by row.
 */
public final class SameRows {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private SameRows() {}

  /** Fails unless the law holds for a random history that ends with one event of every kind. */
  public static void hold(View view, long seed) throws SQLException {
    var history = new ArrayList<>(RandomHistory.fresh(seed, 5_000));
    SampleEvents.ALL.forEach(event -> history.add(bySystem(event)));
    hold(view, history, seed);
  }

  private static NewEvent bySystem(Event event) {
    var name = EventCatalogue.nameOf(event.getClass());
    var codec = new EventCodec();
    return new NewEvent(
        new UUID(7, event.hashCode()),
        event.at(),
        name.name(),
        Integer.toString(name.version()),
        List.of(),
        codec.encode(Circumstances.SYSTEM),
        codec.encode(event));
  }

  /** Fails unless the law holds for this view and this history. */
  public static void hold(View view, List<NewEvent> history, long seed) throws SQLException {
    var stepwise = followed(view, history, new Random(seed));

    var database = database(TestPostgres.freshDatabase());
    try (var log = log(history);
        var views = views(view, log, database)) {
      views.start();
      reach(views, view, history.size());
      var built = tables(database, views.schema(view.name()));
      assertThat(built).isEqualTo(stepwise);
      assertThat(built).isNotEmpty();

      rebuild(views, view);
      assertThat(views.schema(view.name())).isNotEqualTo(view.name() + "_g1");
      assertThat(tables(database, views.schema(view.name()))).isEqualTo(stepwise);
    }
  }

  /** The tables after following in random batches, sometimes anew with nothing in memory. */
  public static Map<String, List<String>> followed(View view, List<NewEvent> history, Random random)
      throws SQLException {
    var database = database(TestPostgres.freshDatabase());
    try (var connection = database.follower(view.name())) {
      connection.setAutoCommit(false);
      Registry.create(connection);
      var generation = Registry.begin(connection, view.name(), view.version());
      Registry.execute(connection, "set local search_path to " + generation.schema());
      Registry.execute(connection, view.tables());
      connection.commit();
      var filler = new Filler(view, new EventCodec(), connection, generation);
      var stored = stored(history);
      for (int from = 0; from < stored.size(); ) {
        int to = Math.min(stored.size(), from + 1 + random.nextInt(300));
        filler.fill(stored.subList(from, to));
        from = to;
        if (random.nextInt(10) == 0) {
          filler = new Filler(view, new EventCodec(), connection, filler.generation());
        }
      }
      return tables(connection, generation.schema());
    } catch (Unappliable e) {
      throw new AssertionError(e.why(), e);
    }
  }

  /** Every row of every table in a schema, in an order of its own. */
  public static Map<String, List<String>> tables(QueryDatabase database, String schema)
      throws SQLException {
    try (var connection = database.follower("test")) {
      return tables(connection, schema);
    }
  }

  private static Map<String, List<String>> tables(Connection connection, String schema)
      throws SQLException {
    var tables = new TreeMap<String, List<String>>();
    var names =
        column(connection, "select tablename from pg_tables where schemaname = '" + schema + "'");
    for (var name : names) {
      var rows =
          "select row::text collate \"C\" from %s.%s as row order by 1".formatted(schema, name);
      tables.put(name, column(connection, rows));
    }
    return tables;
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (result.next()) {
        values.add(result.getString(1));
      }
      return values;
    }
  }

  public static QueryDatabase database(TestPostgres.Database database) {
    var server = TestPostgres.server();
    return new QueryDatabase(database.url(), server.owner(), server.password(), 8);
  }

  static Views views(View view, MemoryLog log, QueryDatabase database) {
    return new Views(List.of(view), log, database, new SimpleMeterRegistry());
  }

  static void reach(Views views, View view, long position) {
    assertThat(views.waiting().await(java.util.Set.of(view.name()), position, PATIENCE)).isTrue();
  }

  static void rebuild(Views views, View view) {
    while (!views.build(view.name()).map(Progress::isOver).orElse(true)) {
      Thread.onSpinWait();
    }
    assertThat(new CommandLineRebuild(views, System.out, false).run(view.name())).isTrue();
  }

  public static MemoryLog log(List<NewEvent> history) {
    var log = new MemoryLog();
    history.forEach(event -> log.append(Append.of(event)).join());
    return log;
  }

  public static List<StoredEvent> stored(List<NewEvent> history) {
    var stored = new ArrayList<StoredEvent>();
    history.forEach(event -> stored.add(StoredEvent.at(stored.size() + 1L, event)));
    return stored;
  }
}
