package dev.annals.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.store.Abridged;
import dev.annals.store.Append;
import dev.annals.store.Condition;
import dev.annals.store.Criteria;
import dev.annals.store.Criterion;
import dev.annals.store.EventLog;
import dev.annals.store.Samples;
import dev.annals.store.Sourced;
import dev.annals.store.StoredEvent;
import dev.annals.store.TestPostgres;
import dev.annals.store.memory.MemoryLog;
import dev.annals.store.sql.LogSettings.Limits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Random conditions, old and new, through a window so small that most of them miss it. */
final class LogsAgreeTest {
  private static final Limits TINY = new Limits(100, 10, 8, Duration.ofSeconds(5));

  @Test
  void every_decision_is_the_same_in_memory_and_in_postgres_and_after_a_restart() {
    var settings = TestPostgres.freshDatabase().asApplication().with(TINY);
    var memory = new MemoryLog();
    var random = new Random(42);
    for (int run = 0; run < 4; run++) {
      try (var postgres = PostgresLog.open(settings, new SimpleMeterRegistry())) {
        for (int i = 0; i < 150; i++) {
          agree(memory, postgres, random);
        }
      }
    }
    assertThat(memory.head()).isGreaterThan(100);
  }

  private static void agree(EventLog memory, EventLog postgres, Random random) {
    var criteria = criteria(random);
    long after = random.nextInt((int) memory.head() + 2);
    var abridged =
        new Abridged(
            criteria.anyOf(),
            new Criterion(Set.of("t" + random.nextInt(9)), Set.of()),
            1 + random.nextInt(9));
    assertThat(ids(postgres.source(abridged))).isEqualTo(ids(memory.source(abridged)));
    var event = Samples.event("n" + random.nextInt(3), tags(random).toArray(String[]::new));
    var append = Append.of(event).on(Condition.nothing(criteria, after));
    assertThat(outcome(postgres, append)).isEqualTo(outcome(memory, append));
    assertThat(ids(postgres.source(criteria, after)))
        .isEqualTo(ids(memory.source(criteria, after)));
  }

  private static List<UUID> ids(Sourced sourced) {
    return sourced.events().stream().map(StoredEvent::id).toList();
  }

  private static String outcome(EventLog log, Append append) {
    return log.append(append).handle((done, failure) -> done + " " + failure).join();
  }

  private static Set<String> tags(Random random) {
    return Set.copyOf(random.ints(random.nextInt(3), 0, 9).mapToObj(i -> "t" + i).toList());
  }

  private static Criteria criteria(Random random) {
    var names = random.nextInt(4) > 0 ? Set.<String>of() : Set.of("n" + random.nextInt(3));
    var first = new Criterion(tags(random), names);
    return random.nextBoolean()
        ? Criteria.tag("t" + random.nextInt(9))
        : Criteria.either(first, new Criterion(Set.of("t1", "t2"), Set.of("n1")));
  }
}
