package dev.annals.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.store.TestPostgres;
import dev.annals.store.copy.CopySchema;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class MigrationsTest {
  private final TestPostgres.Database database = TestPostgres.freshDatabase();

  /** The transaction that wrote a row is its {@code xmin}. */
  private void assertOneTransaction(String table, String record) throws SQLException {
    var question =
        """
        select made.xmin::text, recorded.xmin::text
          from pg_attribute made, %s recorded
          where made.attrelid = '%s'::regclass and made.attname = 'tag' and recorded.version = '1'
        """
            .formatted(record, table);
    try (var connection = database.ownerDataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo(rows.getString(2));
    }
  }

  @Test
  void no_death_can_come_between_a_step_and_its_record() throws SQLException {
    CopySchema.migrate(database.asOwner().database());

    assertOneTransaction("event_tag", "annals_log_schema");
    assertOneTransaction("annals_log.event_tag", "annals_log.annals_copy_schema");
  }
}
