package dev.annals.command.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnTest {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration HARDLY = Duration.ofMillis(1);

  private final AtomicBoolean begun = new AtomicBoolean();
  private final Turn<Boolean> turn = new Turn<>(() -> begun.getAndSet(true));

  @Test
  void a_turn_that_came_too_late_is_never_begun() {
    assertThat(turn.await(HARDLY)).isEmpty();
    turn.run();

    assertThat(begun).isFalse();
  }

  @Test
  void a_turn_whose_caller_was_interrupted_is_never_begun() {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> turn.await(LONG));
    assertThat(Thread.interrupted()).isTrue();
    turn.run();

    assertThat(begun).isFalse();
  }

  @Test
  void a_turn_is_taken_once() {
    turn.run();
    turn.run();

    assertThat(turn.await(LONG)).hasValue(false);
  }

  @Test
  void work_that_has_begun_is_waited_for_however_long_it_takes() throws Exception {
    var inside = new CountDownLatch(1);
    var gate = new CountDownLatch(1);
    var slow = new Turn<>(() -> enter(inside, gate));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.execute(slow);
      inside.await();
      var answer = threads.submit(() -> slow.await(HARDLY));

      gate.countDown();

      assertThat(answer.get()).isEqualTo(Optional.of("served"));
    }
  }

  private static String enter(CountDownLatch inside, CountDownLatch gate) {
    inside.countDown();
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "served";
  }
}
