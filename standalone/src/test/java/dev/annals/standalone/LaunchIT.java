package dev.annals.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class LaunchIT {

  @TempDir Path directory;

  @Test
  void the_application_is_closed_first_and_the_server_after_it() throws Exception {
    var process = LaunchedApplication.on(directory).start();
    try (var output = process.inputReader(UTF_8)) {
      assertThat(skipTo(output, "ready ")).isEqualTo("ready 127.0.0.1");
      assertThat(directory.resolve("postgresql/postmaster.pid")).exists();

      var _ = process.toHandle().destroy();

      assertThat(skipTo(output, "asked at the end")).isEqualTo("asked at the end: true");
      assertThat(process.waitFor()).isEqualTo(143);
      assertThat(directory.resolve("postgresql/postmaster.pid")).doesNotExist();
      assertThat(directory.resolve("kek")).hasContent(LaunchedApplication.KEY + "\n");
    }
  }

  @Test
  void a_key_from_the_environment_wins_and_no_file_is_made() throws Exception {
    var launch = LaunchedApplication.on(directory);
    launch.environment().put("ANNALS_KEK", LaunchedApplication.KEY);
    var process = launch.start();
    try (var output = process.inputReader(UTF_8)) {
      assertThat(skipTo(output, "ready ")).isEqualTo("ready 127.0.0.1");
      var _ = process.toHandle().destroy();
      assertThat(skipTo(output, "asked at the end")).isEqualTo("asked at the end: true");
      assertThat(process.waitFor()).isEqualTo(143);
    }
    assertThat(directory.resolve("kek")).doesNotExist();

    assertThat(allOf(LaunchedApplication.on(directory).start())).contains("Put the key back");
  }

  @Test
  void a_database_of_somebody_else_is_refused() throws Exception {
    var launch = LaunchedApplication.on(directory);
    launch.environment().put("ANNALS_DATABASE_URL", "jdbc:postgresql://elsewhere/annals");

    assertThat(allOf(launch.start())).contains("annals.database.url is set");
    assertThat(Files.exists(directory.resolve("postgresql"))).isFalse();
  }

  private static String skipTo(BufferedReader output, String start) {
    return output.lines().filter(line -> line.startsWith(start)).findFirst().orElse("nothing");
  }

  private static String allOf(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}
