package dev.annals.query.proof;

import dev.annals.query.account.AccountView;
import dev.annals.query.random.RandomHistory;
import dev.annals.query.session.SessionView;
import dev.annals.query.upkeep.QueryDatabase;
import dev.annals.query.upkeep.Views;
import dev.annals.query.view.Recorded;
import dev.annals.store.TestPostgres;
import dev.annals.store.postgres.PostgresLog;
import dev.annals.store.sql.Question;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Both views, built from a real log of a history. */
final class Built implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final PostgresLog log;
  private final Views views;

  Built(List<Recorded> history) {
    var meters = new SimpleMeterRegistry();
    log = PostgresLog.open(TestPostgres.freshDatabase().asApplication(), meters);
    RandomHistory.load(log, history);
    var server = TestPostgres.server();
    var database =
        new QueryDatabase(TestPostgres.freshDatabase().url(), server.owner(), server.password(), 2);
    views = new Views(List.of(new AccountView(), new SessionView()), log, database, meters);
    views.start();
    var names = Set.of(AccountView.NAME, SessionView.NAME);
    if (!views.waiting().await(names, history.size(), PATIENCE)) {
      throw new AssertionError(views.states().toString());
    }
  }

  <T> T ask(Question<T> question) {
    return views.ask(question);
  }

  String accounts() {
    return views.schema(AccountView.NAME);
  }

  String sessions() {
    return views.schema(SessionView.NAME);
  }

  @Override
  public void close() {
    views.close();
    log.close();
  }
}
