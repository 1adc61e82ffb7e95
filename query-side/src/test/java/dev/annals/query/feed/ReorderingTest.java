package dev.annals.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.query.feed.Reordering.Arrived;
import dev.annals.store.Samples;
import dev.annals.store.StoredEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReorderingTest {
  private static Arrived at(long position, int partition, long offset) {
    return new Arrived(StoredEvent.at(position, Samples.event("n" + position)), partition, offset);
  }

  private static List<Long> taken(Reordering order) {
    return order.take(1_000).stream().map(StoredEvent::position).toList();
  }

  @Test
  void hands_out_what_follows_and_keeps_what_does_not() {
    var order = new Reordering(10);

    assertThat(order.add(at(12, 0, 0))).isTrue();
    assertThat(taken(order)).isEmpty();
    assertThat(order.add(at(11, 1, 0))).isTrue();
    assertThat(taken(order)).containsExactly(11L, 12L);
    assertThat(order.head()).isEqualTo(12);
    assertThat(order.add(at(12, 0, 1))).isFalse();
  }

  @Test
  void knows_from_where_to_read_again() {
    var order = new Reordering(0);
    var _ = order.add(at(3, 0, 7));
    var _ = order.add(at(2, 0, 8));
    var _ = order.add(at(4, 1, 2));

    assertThat(order.firstWaiting(0)).hasValue(7);
    assertThat(order.firstWaiting(1)).hasValue(2);
    assertThat(order.firstWaiting(2)).isEmpty();
    assertThat(order.isAhead(1)).isTrue();
    assertThat(order.firstEarly()).isEqualTo(2);

    var _ = order.add(at(1, 2, 0));
    assertThat(order.take(3)).hasSize(3);
    assertThat(order.firstWaiting(0)).isEmpty();
    assertThat(order.firstWaiting(1)).hasValue(2);
    assertThat(order.isAhead(0)).isFalse();
  }

  @Test
  void weighs_what_waits() {
    var order = new Reordering(0);
    var _ = order.add(at(2, 0, 0));
    assertThat(order.bytes()).isPositive();
    var _ = order.add(at(1, 0, 1));
    var _ = order.take(10);
    assertThat(order.bytes()).isZero();
    assertThat(order.waiting()).isZero();
  }

  @Test
  void the_same_event_again_is_dropped_and_another_one_is_not() {
    var order = new Reordering(0);
    var first = at(2, 0, 0);
    assertThat(order.add(first)).isTrue();
    assertThat(order.add(new Arrived(first.event(), 1, 5))).isTrue();
    assertThat(order.waiting()).isEqualTo(1);

    assertThatThrownBy(() -> order.add(at(2, 1, 6)))
        .isInstanceOf(Contradiction.class)
        .hasMessageContaining("partition 1 at offset 6")
        .hasMessageContaining("position 2");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void any_order_with_any_repetition_becomes_the_one_order(long seed) {
    var random = new Random(seed);
    var arriving = new ArrayList<Arrived>();
    for (long position = 1; position <= 500; position++) {
      var event = StoredEvent.at(position, Samples.event("n"));
      for (int i = 0; i <= random.nextInt(3); i++) {
        arriving.add(new Arrived(event, random.nextInt(4), arriving.size()));
      }
    }
    Collections.shuffle(arriving, random);
    var order = new Reordering(0);
    var taken = new ArrayList<Long>();
    for (var each : arriving) {
      var _ = order.add(each);
      order.take(1 + random.nextInt(5)).forEach(event -> taken.add(event.position()));
    }
    taken.addAll(taken(order));

    assertThat(taken).isEqualTo(LongStream.rangeClosed(1, 500).boxed().toList());
    assertThat(order.bytes()).isZero();
    for (int partition = 0; partition < 4; partition++) {
      assertThat(order.isAhead(partition)).isFalse();
    }
  }
}
