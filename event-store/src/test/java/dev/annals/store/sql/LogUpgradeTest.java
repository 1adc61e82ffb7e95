package dev.annals.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.store.Append;
import dev.annals.store.Samples;
import dev.annals.store.postgres.PostgresLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cluster whose roles somebody else made for the first version, as docker and standalone do. */
final class LogUpgradeTest {
  private EmbeddedPostgres server;
  private String url;

  @BeforeEach
  void a_log_of_the_first_version() throws Exception {
    server = EmbeddedPostgres.start();
    url = "jdbc:postgresql://localhost:" + server.getPort() + "/annals";
    admin("create role annals_log_writer nologin");
    admin("create role annals_log_reader nologin");
    admin("create role owner login password 'owner'");
    admin("create role annals login password 'annals' in role annals_log_writer");
    admin("create database annals owner owner");
    Flyway.configure(LogSchema.class.getClassLoader())
        .dataSource(url, "owner", "owner")
        .locations("classpath:db/annals-log")
        .table("annals_log_schema")
        .skipDefaultCallbacks(true)
        .target("1")
        .load()
        .migrate();
    append();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private void admin(String sql) throws SQLException {
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void as(String role, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url, "postgres", "");
        var statement = connection.createStatement()) {
      statement.execute("set role " + role);
      statement.execute(sql);
    }
  }

  private void append() {
    var settings = LogSettings.of(url, "annals", "annals");
    try (var log = PostgresLog.open(settings, new SimpleMeterRegistry())) {
      assertThat(log.append(Append.of(Samples.event("kept", "t"))).join().last()).isPositive();
    }
  }

  @Test
  void an_upgrade_goes_through_though_its_owner_may_create_no_role_and_rights_follow_the_roles()
      throws Exception {
    LogSchema.migrate(url, "owner", "owner");
    append();
    as("annals_log_reader", "select from data_key");
    assertThatThrownBy(() -> as("annals_log_relay", "select from relay_bookmark"))
        .hasMessageContaining("does not exist");

    admin("create role annals_log_witness nologin");
    admin("create role annals_log_relay nologin");
    LogSchema.migrate(url, "owner", "owner");

    as(
        "annals_log_witness",
        "insert into event select 1 + max(position), gen_random_uuid(), now(), 'audit_trail.read',"
            + " '1', '{}', '', '' from event");
    as("annals_log_relay", "insert into relay_bookmark (name, position) values ('kafka', 0)");
  }
}
