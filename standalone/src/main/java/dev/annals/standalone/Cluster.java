package dev.annals.standalone;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.file.PathUtils;

/**
 * The database's files: founded once, whole or not at all, with a database and the logins that
 * Annals expects.
 */
final class Cluster {

  /** The superuser gets no password, so that nobody can be it over the network. */
  private static final String FOUNDING =
      """
      CREATE ROLE annals_log_writer NOLOGIN
      CREATE ROLE annals_log_reader NOLOGIN
      CREATE ROLE %1$s LOGIN
      CREATE ROLE %2$s LOGIN IN ROLE annals_log_writer
      CREATE DATABASE annals OWNER %1$s
      REVOKE ALL ON DATABASE annals FROM PUBLIC
      GRANT CONNECT ON DATABASE annals TO annals_log_writer, annals_log_reader
      """
          .formatted(Login.OWNER, Login.APPLICATION);

  /**
   * What came after the first version, one statement a line; may be run again. Here even an error
   * that is caught ends the program, so that every one is asked for before.
   */
  private static final String LATER_ROLES =
      """
      DO $$ BEGIN IF to_regrole('annals_log_witness') IS NULL THEN CREATE ROLE annals_log_witness NOLOGIN; END IF; END $$
      DO $$ BEGIN IF to_regrole('annals_log_relay') IS NULL THEN CREATE ROLE annals_log_relay NOLOGIN; END IF; END $$
      GRANT annals_log_relay TO %s
      GRANT CONNECT ON DATABASE annals TO annals_log_witness, annals_log_relay
      """
          .formatted(Login.APPLICATION);

  private static final String VIEWS_OWNER =
      """
      DO $$ BEGIN IF to_regrole('%1$s') IS NULL THEN CREATE ROLE %1$s LOGIN; END IF; END $$
      """
          .formatted(Login.VIEWS);

  private static final String VIEWS = "annals_views";

  private static final String VIEWS_DATABASE =
      """
      CREATE DATABASE %1$s OWNER %2$s
      REVOKE ALL ON DATABASE %1$s FROM PUBLIC
      """
          .formatted(VIEWS, Login.VIEWS);

  /** Written once all that is there; lies with the data, wherever that is moved. */
  private static final String HAS_LATER_ROLES = "annals_roles_3";

  private static final String STRICT = "exit_on_error=on";
  private static final String DISCREET = "log_min_error_statement=panic";

  private final PostgresPrograms programs;
  private final Path directory;

  Cluster(PostgresPrograms programs, Path directory) {
    this.programs = programs;
    this.directory = directory;
  }

  void foundUnlessThere() throws IOException {
    if (Files.exists(directory)) {
      refuseOtherVersion();
      addLaterRoles(directory);
      return;
    }
    var half = half();
    initialise(half);
    execute(half, FOUNDING);
    addLaterRoles(half);
    var _ = Files.move(half, directory, ATOMIC_MOVE);
    OwnerOnly.force(directory.resolveSibling("."));
  }

  private void addLaterRoles(Path cluster) throws IOException {
    var done = cluster.resolve(HAS_LATER_ROLES);
    if (!Files.exists(done)) {
      execute(cluster, LATER_ROLES + VIEWS_OWNER);
      // A start that was cut off may have made it; it cannot be made on condition.
      if (!execute(cluster, "SELECT datname FROM pg_database\n").contains('"' + VIEWS + '"')) {
        execute(cluster, VIEWS_DATABASE);
      }
      OwnerOnly.write(done, "");
    }
  }

  /** To be called while the server is down. */
  void setPassword(Login login) throws IOException {
    execute(
        directory,
        "ALTER ROLE %s PASSWORD '%s'%n"
            .formatted(login.name(), login.password().replace("'", "''")));
  }

  private Path half() throws IOException {
    var half = directory.resolveSibling("postgresql-unfinished");
    if (Files.exists(half)) {
      var _ = PathUtils.deleteDirectory(half);
    }
    return half;
  }

  /** The built-in locale sorts alike on every machine: no index breaks when the data moves. */
  private void initialise(Path half) throws IOException {
    var arguments =
        """
        --username=postgres --encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8
        --auth-local=reject --auth-host=scram-sha-256\
        """;
    var command = new ArrayList<>(List.of(arguments.split("\\s")));
    command.add("--pgdata=" + half);
    var _ =
        programs
            .run("", "initdb", command.toArray(String[]::new))
            .orRefuse("make a database in " + half);
  }

  /** One statement a line, by the server in single-user mode: it needs no port and no password. */
  @CanIgnoreReturnValue
  private String execute(Path cluster, String statements) throws IOException {
    return programs
        .run(
            statements,
            "postgres",
            "--single",
            "-D",
            cluster.toString(),
            "-c",
            DISCREET,
            "-c",
            STRICT,
            "postgres")
        .orRefuse("prepare its roles in " + cluster);
  }

  private void refuseOtherVersion() throws IOException {
    var made = Files.readString(directory.resolve("PG_VERSION")).strip();
    var carried = programs.majorVersion();
    if (!made.equals(Integer.toString(carried))) {
      throw new StartRefused(
          ("%s was made by PostgreSQL %s, and this Annals carries PostgreSQL %d, which cannot read it."
                  + " Start the Annals that made it, or move the data with pg_upgrade.")
              .formatted(directory, made, carried));
    }
  }
}
