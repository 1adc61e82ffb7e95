package dev.annals.benchmarks.growth;

import dev.annals.benchmarks.peer.AnnalsCommands;
import dev.annals.query.random.RandomHistory;
import dev.annals.store.postgres.PostgresLog;
import dev.annals.store.sql.LogSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;

/** A history of accounts that are asked about nothing, to make a log long with. */
final class OtherPeople {
  private static final int ACCOUNTS = 20_000;
  private static final int PIECE = 20_000;
  private static final int TOLD = 500_000;

  private final AnnalsCommands annals;
  private final RandomHistory history = new RandomHistory(1, ACCOUNTS);

  OtherPeople(AnnalsCommands annals) {
    this.annals = annals;
  }

  /** Lets it happen until there are so many events, and returns how many there are. */
  long fill(long events) throws IOException {
    try (var log = open()) {
      long told = log.head();
      while (log.head() < events) {
        var more = history.more((int) Math.min(PIECE, events - log.head()));
        RandomHistory.load(log, more);
        if (log.head() - told >= TOLD) {
          told = log.head();
          System.err.printf("%d events%n", told);
        }
      }
    }
    annals
        .cluster()
        .execute(AnnalsCommands.DATABASE, "vacuum analyze event\nvacuum analyze event_tag");
    return head();
  }

  long head() {
    try (var log = open()) {
      return log.head();
    }
  }

  private PostgresLog open() {
    var url = annals.cluster().url(AnnalsCommands.DATABASE);
    return PostgresLog.open(LogSettings.of(url, "postgres", "postgres"), new SimpleMeterRegistry());
  }
}
