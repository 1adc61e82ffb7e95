package dev.annals.store.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.store.Samples;
import dev.annals.store.StoredEvent;
import dev.annals.store.TestPostgres;
import dev.annals.store.sql.LogSettings.Database;
import dev.annals.store.sql.Sessions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

final class LogCopyTest {
  private static final String OWNER = "copy_owner";
  private final TestPostgres.Database database = TestPostgres.freshDatabase();
  private final Database owner = new Database(database.url(), OWNER, OWNER, 2);
  private Connection connection;

  /** Owns its database, and may do nothing else on the server. */
  @BeforeEach
  void a_copy_of_an_owner_who_may_not_create_roles() throws SQLException {
    TestPostgres.admin(
        "do $$ begin create role copy_owner login password 'copy_owner' nocreaterole;"
            + " exception when duplicate_object then null; end $$");
    TestPostgres.admin("alter database " + database.name() + " owner to " + OWNER);
    CopySchema.migrate(owner);
    connection = new Sessions(CopySchema.within(owner)).open();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private static List<StoredEvent> events(long first, long last) {
    return LongStream.rangeClosed(first, last)
        .mapToObj(
            position -> StoredEvent.at(position, Samples.event("kept", "t:" + position % 3, "all")))
        .toList();
  }

  @Test
  void what_is_written_is_read_to_the_byte() throws Exception {
    var events = events(1, 100);

    LogCopy.write(connection, events.subList(0, 60));
    LogCopy.write(connection, events.subList(60, 100));

    var copied = LogCopy.at(connection, LongStream.rangeClosed(1, 100).boxed().toList());
    assertThat(copied).hasSize(100).allMatch(each -> each.isSameAs(event(events, each.position())));
    assertThat(LogCopy.head(connection)).isEqualTo(100);
    assertThat(rows("select tag from event_tag order by tag, position")).hasSize(200);
  }

  private static StoredEvent event(List<StoredEvent> events, long position) {
    return events.get((int) position - 1);
  }

  @Test
  void only_the_next_position_is_taken() throws Exception {
    LogCopy.write(connection, events(1, 2));

    assertThatThrownBy(() -> LogCopy.write(connection, events(2, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("position 2 where 3 is the next");
    assertThatThrownBy(() -> LogCopy.write(connection, events(4, 4)))
        .hasMessage("position 4 where 3 is the next");
    assertThat(LogCopy.head(connection)).isEqualTo(2);
  }

  @Test
  void readers_of_the_copy_are_told() throws Exception {
    try (var listening = new Sessions(CopySchema.within(owner)).open();
        var statement = listening.createStatement()) {
      statement.execute("listen annals_log");

      LogCopy.write(connection, events(1, 7));

      var news = listening.unwrap(PGConnection.class).getNotifications(5_000);
      assertThat(news)
          .singleElement()
          .satisfies(each -> assertThat(each.getParameter()).isEqualTo("7"));
    }
  }

  @Test
  void a_copy_cannot_be_changed_even_by_its_owner() throws Exception {
    LogCopy.write(connection, events(1, 1));

    for (var change :
        List.of("delete from event", "update event set name = ''", "truncate event")) {
      assertThatThrownBy(() -> rows(change)).hasMessageContaining("the log is append-only");
    }
  }

  @Test
  void migrating_again_changes_nothing() throws Exception {
    LogCopy.write(connection, events(1, 3));

    CopySchema.migrate(owner);

    assertThat(LogCopy.head(connection)).isEqualTo(3);
  }

  @Test
  void its_tables_are_those_of_the_log() throws Exception {
    var columns =
        """
        select table_name, ordinal_position, column_name, data_type, is_nullable, collation_name
        from information_schema.columns
        where table_schema = '%s' and table_name in ('event', 'event_tag') order by 1, 2
        """;
    var constraints =
        """
        select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint
        where connamespace = '%s'::regnamespace and conrelid::regclass::text ~ '(^|[.])event(_tag)?$'
        order by 2
        """;
    var indexes =
        """
        select indexname, replace(indexdef, schemaname || '.', '') from pg_indexes
        where schemaname = '%s' and tablename in ('event', 'event_tag') order by 1
        """;
    var triggers =
        """
        select tgname, tgenabled, tgtype from pg_trigger join pg_class on pg_class.oid = tgrelid
        where relnamespace = '%s'::regnamespace and not tgisinternal order by 1
        """;
    var log = database.asOwner().database();
    for (var question : List.of(columns, constraints, indexes, triggers)) {
      assertThat(answers(question, CopySchema.NAME, new Sessions(CopySchema.within(owner))))
          .isNotEmpty()
          .isEqualTo(answers(question, "public", new Sessions(log)));
    }
  }

  private static List<String> answers(String question, String schema, Sessions sessions)
      throws SQLException {
    try (var session = sessions.open()) {
      return rows(session, question.formatted(schema));
    }
  }

  private List<String> rows(String sql) throws SQLException {
    return rows(connection, sql);
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      while (result.next()) {
        var row = new StringBuilder();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.append(result.getString(i)).append('|');
        }
        rows.add(row.toString());
      }
      return rows;
    }
  }
}
