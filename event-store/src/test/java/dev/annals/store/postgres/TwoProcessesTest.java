package dev.annals.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.store.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class TwoProcessesTest {
  @Test
  void two_processes_that_register_the_same_logins_get_each_of_them_once() throws Exception {
    var database = TestPostgres.freshDatabase();
    var other = AnotherProcess.start(database.url());
    try (var log = PostgresLog.open(database.asApplication(), new SimpleMeterRegistry());
        var said =
            new BufferedReader(
                new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8));
        var say = other.getOutputStream()) {
      assertThat(said.readLine()).isEqualTo("ready");
      say.write('\n');
      say.flush();
      int ours = AnotherProcess.race(log);
      int theirs = Integer.parseInt(said.readLine());
      assertThat(ours + theirs).isEqualTo(10);
      assertThat(log.confirmedHead().join()).isEqualTo(10);
    } finally {
      other.destroy();
      assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
  }
}
