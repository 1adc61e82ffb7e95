package dev.annals.store.postgres;

import static dev.annals.store.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.store.Append;
import dev.annals.store.Criteria;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Reading where the log arrives by streaming replication, also after a failover. */
@EnabledOnOs(OS.LINUX)
final class ReplicaTest {
  @Test
  void a_replica_is_read_while_it_follows_and_after_it_was_promoted(@TempDir Path directory)
      throws Exception {
    try (var servers = Replica.start(directory);
        var writer = PostgresLog.open(servers.writing(), new SimpleMeterRegistry());
        var reading = PostgresReading.open(servers.reading(), new SimpleMeterRegistry())) {
      assertThat(servers.isFollowing()).isTrue();
      var followed = reached(reading, 3);
      writer.append(Append.of(event("a", "t"), event("b", "t"))).join();
      writer.append(Append.of(event("c", "t"))).join();
      assertThat(followed.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(reading.confirmedHead().join()).isEqualTo(3);
      assertThat(reading.source(Criteria.tag("t"), 0).events()).hasSize(3);

      servers.promote();
      var told = reached(reading, 4);
      try (var next = PostgresLog.open(servers.writingTheReplica(), new SimpleMeterRegistry())) {
        next.append(Append.of(event("d", "t"))).join();
        assertThat(told.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(reading.source(Criteria.tag("t"), 3).events()).hasSize(1);
      }
    }
  }

  private static CountDownLatch reached(PostgresReading reading, long head) {
    var there = new CountDownLatch(1);
    var _ =
        reading.onAdvance(now -> {
          if (now >= head) {
            there.countDown();
          }
        });
    if (reading.head() >= head) {
      there.countDown();
    }
    return there;
  }
}
