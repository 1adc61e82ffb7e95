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
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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
        "update data_key set name = 'mine'",
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

  private static final String READ =
      "select count(*) from event join event_tag using (position) where true";
  private static final String APPEND = "insert into event_tag values ('t', 9)";
  private static final String ASKED =
      """
      insert into event select 1 + max(position), gen_random_uuid(), now(), 'audit_trail.read', '1', '{}', '', ''
      from event
      """;
  private static final String KEYS = "select from data_key";
  private static final String KEEP = "insert into data_key values ('k', '')";
  private static final String FORGET = "delete from data_key";
  private static final String MARK = "insert into relay_bookmark (name, position) values ('k', 1)";
  private static final String MOVE = "update relay_bookmark set position = 2";
  private static final String CHANGE = "update event set payload = ''";
  private static final List<String> ALL =
      List.of(READ, APPEND, ASKED, KEYS, KEEP, FORGET, MARK, MOVE, CHANGE);

  static Stream<Arguments> roles() {
    return Stream.of(
        Arguments.of("annals_log_reader", Set.of(READ, KEYS)),
        Arguments.of("annals_log_witness", Set.of(READ, ASKED)),
        Arguments.of("annals_log_relay", Set.of(READ, MARK, MOVE)),
        Arguments.of("annals_log_writer", Set.of(READ, APPEND, ASKED, KEYS, KEEP, FORGET)));
  }

  @ParameterizedTest
  @MethodSource("roles")
  void each_role_may_do_its_work_and_nothing_else(String role, Set<String> work) throws Exception {
    try (var connection = database.ownerDataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("set role " + role);
      for (var sql : ALL) {
        if (work.contains(sql)) {
          assertThatCode(() -> statement.execute(sql)).doesNotThrowAnyException();
        } else {
          assertThatThrownBy(() -> statement.execute(sql))
              .as("%s: %s", role, sql)
              .hasMessageMatching("(?s).*(permission denied|row-level security).*");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 + max(position), gen_random_uuid(), now(), 'account.role_granted', '1', '{}', '', ''",
        "1 + max(position), gen_random_uuid(), now(), 'audit_trail.read', '1', '{account:x}', '', ''",
        "9223372036854775807, gen_random_uuid(), now(), 'audit_trail.read', '1', '{}', '', ''"
      })
  void a_witness_can_append_what_was_asked_and_nothing_else(String event) throws Exception {
    try (var connection = database.ownerDataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("set role annals_log_witness");
      assertThatThrownBy(
              () -> statement.execute("insert into event select " + event + " from event"))
          .hasMessageContaining("row-level security");
    }
  }

  @Test
  void rights_that_a_role_lacks_are_given_at_the_next_start() throws Exception {
    execute(database.ownerDataSource(), "revoke all on event from annals_log_witness");
    LogSchema.migrate(database.ownerDataSource());

    execute(database.ownerDataSource(), "set role annals_log_witness; " + READ);
  }
}
