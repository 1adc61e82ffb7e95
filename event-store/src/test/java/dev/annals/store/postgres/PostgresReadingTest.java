package dev.annals.store.postgres;

import static dev.annals.store.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.crypto.DataKeyName;
import dev.annals.store.Append;
import dev.annals.store.Criteria;
import dev.annals.store.EventLog;
import dev.annals.store.EventLogContract;
import dev.annals.store.LogUnavailable;
import dev.annals.store.TestPostgres;
import dev.annals.store.sql.LogSettings;
import dev.annals.store.sql.Sessions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PostgresReadingTest implements EventLogContract {
  private final TestPostgres.Database database = TestPostgres.freshDatabase();
  private PostgresLog writer;
  private PostgresReading reading;
  private Cable cable;

  @BeforeEach
  void open() throws IOException {
    cable = new Cable(TestPostgres.server().host(), TestPostgres.server().port());
    writer = PostgresLog.open(database.asApplication(), new SimpleMeterRegistry());
    var url = "jdbc:postgresql://localhost:" + cable.port() + "/" + database.name();
    var reader = database.asReader().database();
    reading =
        PostgresReading.open(
            LogSettings.of(url, reader.username(), reader.password()), new SimpleMeterRegistry());
  }

  @AfterEach
  void close() throws IOException {
    log().close();
    cable.close();
  }

  @Override
  public EventLog log() {
    return new ReadBeside(writer, reading);
  }

  private void append(String name) {
    writer.append(Append.of(event(name, "t"))).join();
  }

  /** Whatever it was told of meanwhile, it gets there of its own accord. */
  private CountDownLatch reached(long head) {
    var there = new CountDownLatch(1);
    var _ =
        reading.onAdvance(now -> {
          if (now >= head) {
            there.countDown();
          }
        });
    if (reading.head() >= head) {
      there.countDown();
    }
    return there;
  }

  @Test
  void it_is_told_of_what_another_process_writes() throws Exception {
    var told = reached(2);
    append("a");
    append("b");

    assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(reading.source(Criteria.tag("t"), 0).events()).hasSize(2);
  }

  @Test
  void while_the_database_is_away_it_says_so_and_afterwards_goes_on() throws Exception {
    append("before");
    assertThat(reading.confirmedHead().join()).isEqualTo(1);
    cable.unplug();
    append("meanwhile");
    assertThatThrownBy(() -> reading.read(0, 1)).isInstanceOf(LogUnavailable.class);
    assertThatThrownBy(() -> reading.confirmedHead().join())
        .hasCauseInstanceOf(LogUnavailable.class);
    var back = reached(2);
    cable.plugIn();

    assertThat(reading.confirmedHead().join()).isEqualTo(2);
    assertThat(back.await(10, TimeUnit.SECONDS)).isTrue();
    var told = reached(3);
    append("after");
    assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void data_keys_are_found_and_neither_made_nor_forgotten() {
    var key = DataKeyName.account(new UUID(0, 1));
    var _ = writer.dataKeys().keep(key, new byte[] {1, 2, 3});

    assertThat(reading.dataKeys().find(key)).contains(new byte[] {1, 2, 3});
    assertThatThrownBy(() -> reading.dataKeys().keep(key, new byte[] {4}))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> reading.dataKeys().forget(key))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(writer.dataKeys().find(key)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into event_tag values ('t', 9)",
        "delete from data_key",
        "insert into relay_bookmark (name, position) values ('kafka', 1)"
      })
  void its_sessions_write_nothing_whoever_opens_them(String change) throws Exception {
    try (var connection = Sessions.readOnly(database.asOwner().database()).open();
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("read-only");
    }
  }

  @Test
  void where_no_database_answers_nothing_is_opened() throws Exception {
    cable.unplug();
    var nowhere =
        LogSettings.of("jdbc:postgresql://localhost:" + cable.port() + "/none", "nobody", "");

    assertThatThrownBy(() -> PostgresReading.open(nowhere, new SimpleMeterRegistry()))
        .isInstanceOf(LogUnavailable.class);
  }
}
