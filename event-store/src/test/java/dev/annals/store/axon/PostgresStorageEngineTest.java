package dev.annals.store.axon;

import dev.annals.store.EventLog;
import dev.annals.store.TestPostgres;
import dev.annals.store.postgres.PostgresLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;

final class PostgresStorageEngineTest implements AppendingContract, StreamingContract {
  private final EventLog log =
      PostgresLog.open(TestPostgres.freshDatabase().asApplication(), new SimpleMeterRegistry());

  @AfterEach
  void close() {
    log.close();
  }

  @Override
  public EventLog log() {
    return log;
  }
}
