package dev.annals.store.postgres;

import dev.annals.store.EventLog;
import dev.annals.store.ManyWritersContract;
import dev.annals.store.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

final class PostgresLogTest implements ManyWritersContract {
  private EventLog log;
  private EventLog otherWriter;

  @BeforeEach
  void open() {
    var settings = TestPostgres.freshDatabase().asApplication();
    log = PostgresLog.open(settings, new SimpleMeterRegistry());
    otherWriter = PostgresLog.open(settings, new SimpleMeterRegistry());
  }

  @AfterEach
  void close() {
    log.close();
    otherWriter.close();
  }

  @Override
  public EventLog log() {
    return log;
  }

  @Override
  public EventLog otherWriter() {
    return otherWriter;
  }
}
