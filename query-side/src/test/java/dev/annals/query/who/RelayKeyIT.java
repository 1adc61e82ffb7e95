package dev.annals.query.who;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.crypto.KeyEncryptionKey;
import dev.annals.crypto.MemoryDataKeys;
import dev.annals.crypto.Sealing;
import dev.annals.crypto.WrongKey;
import dev.annals.store.LogUnavailable;
import dev.annals.store.TestPostgres;
import dev.annals.store.postgres.PostgresLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RelayKeyIT {
  private final KeyEncryptionKey kek = KeyEncryptionKey.generate();
  private final TestPostgres.Database database = TestPostgres.freshDatabase();
  private final PostgresLog log =
      PostgresLog.open(database.asApplication(), new SimpleMeterRegistry());
  private final Told told = new Told(log, new Sealing(kek, log.dataKeys()));
  private final RelayKey key = key(kek);

  private RelayKey key(KeyEncryptionKey given) {
    return new RelayKey(database.asReader(), new Sealing(given, new MemoryDataKeys()));
  }

  @AfterEach
  void close() {
    log.close();
  }

  private void letIn(boolean now) {
    TestPostgres.admin("alter database " + database.name() + " allow_connections " + now);
  }

  @Test
  void it_is_the_logs_own_once_it_is_founded() {
    assertThatThrownBy(key::get)
        .isInstanceOf(LogUnavailable.class)
        .hasMessageContaining("it has not been founded");

    told.founded();

    var ours = told.secret.relayedRecords().tag(List.of(new byte[] {1}));
    assertThat(key.get().tag(List.of(new byte[] {1}))).isEqualTo(ours);
  }

  @Test
  void it_is_waited_for_while_the_log_is_away_and_kept_when_it_goes() {
    told.founded();
    letIn(false);
    assertThatThrownBy(key::get).isInstanceOf(LogUnavailable.class);
    letIn(true);
    var known = key.get();

    letIn(false);

    assertThat(key.get()).isSameAs(known);
  }

  @Test
  void it_is_not_had_with_another_installations_key() {
    told.founded();

    assertThatThrownBy(key(KeyEncryptionKey.generate())::get).isInstanceOf(WrongKey.class);
  }
}
