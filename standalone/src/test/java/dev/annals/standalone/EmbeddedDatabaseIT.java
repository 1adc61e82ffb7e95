package dev.annals.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class EmbeddedDatabaseIT {

  @RegisterExtension final KeptDatabase database = new KeptDatabase();

  @Test
  void a_second_start_keeps_what_the_first_one_wrote() throws Exception {
    database.write("kept");
    database.stop();

    assertThat(database.read()).isEqualTo("kept");
  }

  @Test
  void the_application_may_append_to_the_log_only_by_what_the_owner_grants() throws Exception {
    database.write("owned");

    try (var connection = database.connectAsApplication()) {
      assertThat(
              KeptDatabase.single(connection, "SELECT pg_has_role('annals_log_writer', 'member')"))
          .isEqualTo("t");
      assertThatThrownBy(() -> KeptDatabase.single(connection, "SELECT word FROM kept"))
          .hasMessageContaining("denied");
      assertThatThrownBy(() -> KeptDatabase.execute(connection, "CREATE TABLE other (word text)"))
          .hasMessageContaining("denied");
    }
  }

  @Test
  void the_first_start_after_an_upgrade_adds_the_roles_that_came_later() throws Exception {
    database.write("kept");
    database.stop();
    forgetLaterRoles();

    try (var connection = database.connectAsApplication()) {
      assertThat(
              KeptDatabase.single(connection, "SELECT pg_has_role('annals_log_relay', 'member')"))
          .isEqualTo("t");
      assertThat(
              KeptDatabase.single(
                  connection,
                  "SELECT rolcanlogin FROM pg_roles WHERE rolname = 'annals_log_witness'"))
          .isEqualTo("f");
      assertThat(ownerOfTheViews(connection)).isEqualTo("annals_views");
    }
    assertThat(database.read()).isEqualTo("kept");
  }

  @Test
  void a_first_start_that_was_cut_off_in_between_is_made_whole() throws Exception {
    database.write("kept");
    database.stop();
    Files.delete(database.directory().resolve("postgresql").resolve("annals_roles_3"));

    try (var connection = database.connectAsApplication()) {
      assertThat(ownerOfTheViews(connection)).isEqualTo("annals_views");
    }
    assertThat(database.read()).isEqualTo("kept");
  }

  private static String ownerOfTheViews(Connection connection) throws SQLException {
    return KeptDatabase.single(
        connection,
        "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'annals_views'");
  }

  /** As the first version of Annals left it. */
  private void forgetLaterRoles() throws Exception {
    var cluster = database.directory().resolve("postgresql");
    Files.delete(cluster.resolve("annals_roles_3"));
    Files.delete(database.directory().resolve("password-annals_views"));
    var drop =
        """
        REVOKE CONNECT ON DATABASE annals FROM annals_log_witness, annals_log_relay
        DROP DATABASE annals_views
        DROP ROLE annals_log_witness, annals_log_relay, annals_views
        """;
    var programs = PostgresPrograms.unpackedIn(database.directory());
    var _ =
        programs
            .run(
                drop,
                "postgres",
                "--single",
                "-D",
                "" + cluster,
                "-c",
                "exit_on_error=on",
                "postgres")
            .orRefuse("drop the roles");
  }

  @Test
  void commits_are_durable_and_pages_are_checked() throws Exception {
    try (var connection = database.connectAsApplication()) {
      assertThat(
              Stream.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")
                  .map(setting -> KeptDatabase.show(connection, setting)))
          .containsOnly("on");
    }
  }

  @Test
  void nobody_gets_in_without_the_password_and_the_superuser_not_at_all() throws Exception {
    var url = database.start().url();

    for (var name : new String[] {"annals", "annals_owner", "postgres"}) {
      for (var password : new String[] {"", name, "postgres"}) {
        assertThatThrownBy(() -> KeptDatabase.connect(url, new Login(name, password)))
            .isInstanceOf(SQLException.class);
      }
    }
  }

  @Test
  void secrets_lie_in_files_that_only_their_owner_can_read() throws Exception {
    var password = database.start().application().password();

    assertThat(database.directory().resolve("password-annals")).hasContent(password + "\n");
    try (var files = Files.list(database.directory())) {
      for (var file :
          files.filter(path -> path.getFileName().toString().startsWith("password-")).toList()) {
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
      }
    }
    assertThat(Files.readString(database.directory().resolve("postgresql.log")))
        .doesNotContain(password);
  }

  @Test
  void a_lost_password_file_is_replaced() throws Exception {
    database.write("kept");
    database.stop();
    Files.delete(database.directory().resolve("password-annals_owner"));

    assertThat(database.read()).isEqualTo("kept");
  }

  @Test
  void data_of_another_postgresql_is_refused_with_both_versions() throws Exception {
    var cluster = Files.createDirectories(database.directory().resolve("postgresql"));
    Files.writeString(cluster.resolve("PG_VERSION"), "17\n");

    assertThatThrownBy(database::start)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("made by PostgreSQL 17")
        .hasMessageContaining("carries PostgreSQL 18");
  }
}
