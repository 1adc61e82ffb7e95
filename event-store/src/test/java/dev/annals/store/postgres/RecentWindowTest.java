package dev.annals.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.store.Criteria;
import dev.annals.store.Criterion;
import dev.annals.store.postgres.RecentWindow.Answer;
import dev.annals.store.sql.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

final class RecentWindowTest {
  private static final int CAPACITY = 16;

  @Test
  void it_says_the_same_as_a_look_at_every_event_or_that_it_cannot_know() {
    for (long seed = 0; seed < 50; seed++) {
      agree(new Random(seed));
    }
  }

  private static void agree(Random random) {
    var window = new RecentWindow(CAPACITY, 0);
    var all = new ArrayList<Fact>();
    for (int i = 1; i <= 200; i++) {
      var fact = new Fact(i, new UUID(0, i), "n" + random.nextInt(3), List.copyOf(tags(random)));
      all.add(fact);
      window.add(List.of(fact));
      var criteria = criteria(random);
      long after = Math.max(0, i - random.nextInt(CAPACITY + 8));
      var answer = window.since(criteria, after);
      boolean matching =
          all.stream()
              .anyMatch(old -> old.position() > after && criteria.matches(old.name(), old.tags()));
      if (answer == Answer.TOO_OLD) {
        assertThat(after).isLessThan(i - CAPACITY);
      } else {
        assertThat(answer == Answer.SOMETHING).isEqualTo(matching);
      }
    }
  }

  private static Set<String> tags(Random random) {
    return Set.copyOf(random.ints(random.nextInt(4), 0, 5).mapToObj(i -> "t" + i).toList());
  }

  private static Criteria criteria(Random random) {
    var names = random.nextBoolean() ? Set.<String>of() : Set.of("n" + random.nextInt(3));
    return Criteria.either(
        new Criterion(tags(random), names), Criterion.tag("t" + (5 + random.nextInt(2))));
  }

  @Test
  void the_same_events_may_be_brought_twice() {
    var window = new RecentWindow(CAPACITY, 7);
    var facts =
        List.of(
            new Fact(8, new UUID(0, 8), "n", List.of("t")),
            new Fact(9, new UUID(0, 9), "n", List.of()));
    window.add(facts);
    window.add(facts);
    assertThat(window.head()).isEqualTo(9);
    assertThat(window.since(Criteria.tag("t"), 7)).isEqualTo(Answer.SOMETHING);
    assertThat(window.since(Criteria.tag("t"), 8)).isEqualTo(Answer.NOTHING);
    assertThat(window.since(Criteria.tag("t"), 6)).isEqualTo(Answer.SOMETHING);
    assertThat(window.since(Criteria.tag("other"), 6)).isEqualTo(Answer.TOO_OLD);
  }

  @Test
  void a_restart_forgets_what_was_before() {
    var window = new RecentWindow(CAPACITY, 0);
    window.add(List.of(new Fact(1, new UUID(0, 1), "n", List.of("t"))));
    window.restart(100);
    assertThat(window.since(Criteria.tag("t"), 0)).isEqualTo(Answer.TOO_OLD);
    assertThat(window.since(Criteria.tag("t"), 100)).isEqualTo(Answer.NOTHING);
    window.add(List.of(new Fact(101, new UUID(0, 101), "n", List.of("t"))));
    assertThat(window.since(Criteria.tag("t"), 100)).isEqualTo(Answer.SOMETHING);
  }

  @Test
  void whoever_asks_while_it_moves_on_is_never_told_nothing_about_something() throws Exception {
    var window = new RecentWindow(64, 0);
    var wrong = new AtomicBoolean();
    var done = new AtomicBoolean();
    var reader =
        Thread.startVirtualThread(() -> {
          while (!done.get()) {
            long head = window.head();
            boolean tagged = head >= 1;
            if (tagged && window.since(Criteria.tag("every"), head - 1) == Answer.NOTHING) {
              wrong.set(true);
            }
          }
        });
    for (int i = 1; i <= 200_000; i++) {
      window.add(List.of(new Fact(i, new UUID(0, i), "n", List.of("every"))));
    }
    done.set(true);
    reader.join();
    assertThat(wrong).isFalse();
  }
}
