package dev.annals.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class SurvivalIT {

  @RegisterExtension final KeptDatabase database = new KeptDatabase();

  @Test
  void after_kill_dash_nine_the_next_start_takes_the_running_server_over() throws Exception {
    database.write("kept");
    database.stop();
    var killed = HeldDatabase.on(database.directory());
    var _ = HeldDatabase.announced(killed);
    var orphan = database.recordedServer();

    killed.destroyForcibly().waitFor();
    assertThat(orphan.isAlive()).isTrue();

    assertThat(database.read()).isEqualTo("kept");
    assertThat(orphan.onExit()).succeedsWithin(Duration.ofMinutes(1));
  }

  @Test
  void a_server_that_was_killed_comes_back_at_the_same_address() throws Exception {
    database.write("kept");

    var killed = database.recordedServer();
    var _ = killed.destroyForcibly();

    assertThat(killed.onExit()).succeedsWithin(Duration.ofMinutes(1));
    assertThat(database.readWhenBack()).isEqualTo("kept");
  }

  @Test
  void a_process_number_that_now_belongs_to_somebody_else_is_no_obstacle() throws Exception {
    database.write("kept");
    database.stop();
    var stranger = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(
          database.directory().resolve("postgresql/postmaster.pid"),
          "%d%n%s%n1%n5432%n%n127.0.0.1%n0 0%n"
              .formatted(stranger.pid(), database.directory().resolve("postgresql")));

      assertThat(database.read()).isEqualTo("kept");
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      var _ = stranger.destroyForcibly();
    }
  }

  @Test
  void a_start_that_was_cut_short_leaves_nothing_that_disturbs_the_next() throws Exception {
    var unfinished =
        Files.createDirectories(database.directory().resolve("postgresql-unfinished/base"));
    Files.writeString(unfinished.resolve("1"), "half");
    Files.createDirectories(database.directory().resolve("postgresql-programs-half/bin"));

    database.write("kept");

    assertThat(database.read()).isEqualTo("kept");
    assertThat(database.directory().resolve("postgresql-programs-half")).doesNotExist();
  }

  @Test
  void a_second_process_on_the_same_directory_is_refused() throws Exception {
    var first = HeldDatabase.on(database.directory());
    try {
      var _ = HeldDatabase.announced(first);

      assertThatThrownBy(() -> DataDirectory.claim(database.directory()))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("process %d", first.pid());
    } finally {
      first.destroyForcibly().waitFor();
      var _ = database.start();
    }
  }
}
