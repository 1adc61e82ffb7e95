package dev.annals.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.store.Append;
import dev.annals.store.NewEvent;
import dev.annals.store.Samples;
import dev.annals.store.TestPostgres;
import dev.annals.store.postgres.PostgresLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LogSchemaTest {
  private final TestPostgres.Database database = TestPostgres.freshDatabase();

  @BeforeEach
  void one_event() {
    try (var log = PostgresLog.open(database.asApplication(), new SimpleMeterRegistry())) {
      assertThat(log.append(Append.of(Samples.event("kept", "t"))).join().last()).isEqualTo(1);
    }
  }

  private static void execute(DataSource source, String sql) throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update event set payload = ''",
        "delete from event",
        "truncate event",
        "update event_tag set position = 2",
        "delete from event_tag",
        "truncate event_tag",
        "set session_replication_role = replica; delete from event"
      })
  void the_log_cannot_be_changed_even_by_its_owner(String change) {
    assertThatThrownBy(() -> execute(database.ownerDataSource(), change))
        .hasMessageContaining("the log is append-only");
    assertThatThrownBy(() -> execute(database.applicationDataSource(), change))
        .hasMessageContaining("permission denied");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop table event",
        "alter table event disable trigger all",
        "create table mine ()",
        "update data_key set wrapped = ''",
        "truncate data_key"
      })
  void the_application_may_not_touch_the_schema(String change) {
    assertThatThrownBy(() -> execute(database.applicationDataSource(), change))
        .isInstanceOf(SQLException.class)
        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
  }

  @Test
  void migrating_again_changes_nothing() {
    assertThatCode(() -> LogSchema.migrate(database.ownerDataSource())).doesNotThrowAnyException();
  }

  @Test
  void the_database_counts_bytes_as_we_do() {
    try (var log = PostgresLog.open(database.asApplication(), new SimpleMeterRegistry())) {
      int frame = 36 + 4 * 4 + 5 + 1 + 9 + 4 + 3;
      var largest = Samples.sized(NewEvent.LARGEST - frame, "t:1");
      assertThat(log.append(Append.of(largest)).join().last()).isEqualTo(2);
    }
    var tooLarge =
        "insert into event values (3, gen_random_uuid(), now(), 'sized', '1', '{t:1}', '{\"k\":\"v\"}',"
            + " convert_to(repeat('x', "
            + (NewEvent.LARGEST - 73)
            + "), 'UTF8'))";
    assertThatThrownBy(() -> execute(database.ownerDataSource(), tooLarge))
        .hasMessageContaining("event_fits_sixteen_bits");
  }

  @Test
  void reading_is_all_that_a_reader_may() throws Exception {
    try (var connection = database.ownerDataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("set role annals_log_reader");
      try (var rows =
          statement.executeQuery("select count(*) from event join event_tag using (position)")) {
        rows.next();
        assertThat(rows.getLong(1)).isEqualTo(1);
      }
      assertThatThrownBy(() -> statement.execute("select from data_key"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> statement.execute("insert into event_tag values ('t', 9)"))
          .hasMessageContaining("permission denied");
    }
  }
}
