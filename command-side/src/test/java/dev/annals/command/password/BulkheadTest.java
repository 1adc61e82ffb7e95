package dev.annals.command.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BulkheadTest {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration HARDLY = Duration.ofMillis(1);

  private final CountDownLatch gate = new CountDownLatch(1);
  private final CountDownLatch inside = new CountDownLatch(1);

  private static void pass(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String occupy() {
    inside.countDown();
    pass(gate);
    return "served";
  }

  private static void until(BooleanSupplier holds) {
    while (!holds.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void whoever_finds_the_queue_full_is_sent_away_at_once_and_the_others_are_served()
      throws Exception {
    try (var bulkhead = new Bulkhead(1, 2, LONG);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = callers.submit(() -> bulkhead.call(this::occupy));
      pass(inside);
      var second = callers.submit(() -> bulkhead.call(() -> "second"));
      var third = callers.submit(() -> bulkhead.call(() -> "third"));
      until(() -> bulkhead.waiting() == 2);

      var refused = new AtomicBoolean(true);
      assertThatExceptionOfType(TooBusy.class)
          .isThrownBy(() -> bulkhead.call(() -> refused.getAndSet(false)))
          .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(LONG));

      assertThat(bulkhead.running()).isEqualTo(1);
      gate.countDown();
      assertThat(first.get()).isEqualTo("served");
      assertThat(second.get()).isEqualTo("second");
      assertThat(third.get()).isEqualTo("third");
      assertThat(refused).isTrue();
    }
  }

  @Test
  void turns_come_in_the_order_of_arrival() throws Exception {
    List<Integer> served = new ArrayList<>();
    try (var bulkhead = new Bulkhead(1, 8, LONG);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = callers.submit(() -> bulkhead.call(this::occupy));
      pass(inside);
      List<Future<Boolean>> rest = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int number = i;
        rest.add(callers.submit(() -> bulkhead.call(() -> served.add(number))));
        until(() -> bulkhead.waiting() == number + 1);
      }
      gate.countDown();
      for (var turn : rest) {
        assertThat(turn.get()).isTrue();
      }
      assertThat(first.get()).isEqualTo("served");
    }
    assertThat(served).containsExactlyElementsOf(IntStream.range(0, 8).boxed().toList());
  }

  @Test
  void whoever_has_waited_too_long_leaves_the_queue_and_is_never_served() throws Exception {
    var late = new AtomicBoolean();
    try (var bulkhead = new Bulkhead(1, 1, HARDLY);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = callers.submit(() -> insist(bulkhead));
      pass(inside);

      assertThatExceptionOfType(TooBusy.class)
          .isThrownBy(() -> bulkhead.call(() -> late.getAndSet(true)))
          .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(1)));

      assertThat(bulkhead.waiting()).isZero();
      gate.countDown();
      assertThat(first.get()).isEqualTo("served");
    }
    assertThat(late).isFalse();
  }

  /** With so little patience even the first may be sent away before a thread takes its turn. */
  private String insist(Bulkhead bulkhead) {
    while (true) {
      try {
        return bulkhead.call(this::occupy);
      } catch (TooBusy _) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void an_interrupted_caller_goes_and_its_work_is_not_begun() throws Exception {
    var begun = new AtomicBoolean();
    try (var bulkhead = new Bulkhead(1, 1, LONG);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = callers.submit(() -> bulkhead.call(this::occupy));
      pass(inside);
      var stillInterrupted = new CompletableFuture<Boolean>();
      var caller =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  boolean _ = bulkhead.call(() -> begun.getAndSet(true));
                } catch (CancellationException _) {
                  boolean _ = stillInterrupted.complete(Thread.currentThread().isInterrupted());
                }
              });
      until(() -> bulkhead.waiting() == 1);

      caller.interrupt();

      assertThat(stillInterrupted.get()).isTrue();
      caller.join();
      assertThat(bulkhead.waiting()).isZero();
      gate.countDown();
      assertThat(first.get()).isEqualTo("served");
    }
    assertThat(begun).isFalse();
  }

  @Test
  void what_goes_wrong_reaches_the_one_who_asked_and_the_thread_serves_on() {
    try (var bulkhead = new Bulkhead(1, 1, LONG)) {
      assertThatIllegalStateException().isThrownBy(() -> bulkhead.call(BulkheadTest::fail));
      assertThatExceptionOfType(OutOfMemoryError.class)
          .isThrownBy(() -> bulkhead.call(BulkheadTest::runOut));

      assertThat(bulkhead.<String>call(() -> "still here")).isEqualTo("still here");
    }
  }

  private static String fail() {
    throw new IllegalStateException("broken");
  }

  private static String runOut() {
    throw new OutOfMemoryError("pretended");
  }

  @Test
  void work_never_runs_on_the_callers_thread() {
    try (var bulkhead = new Bulkhead(1, 1, LONG)) {
      var worker = bulkhead.call(Thread::currentThread);

      assertThat(worker).isNotSameAs(Thread.currentThread());
      assertThat(worker.isVirtual()).isFalse();
      assertThat(worker.getName()).startsWith("password-hashing-");
    }
  }

  @Test
  void closing_serves_those_who_wait_and_lets_nobody_in() throws Exception {
    var bulkhead = new Bulkhead(1, 1, LONG);
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = callers.submit(() -> bulkhead.call(this::occupy));
      pass(inside);
      var second = callers.submit(() -> bulkhead.call(() -> "second"));
      until(() -> bulkhead.waiting() == 1);
      var closed = callers.submit(bulkhead::close);

      gate.countDown();

      assertThat(closed.get()).isNull();
      assertThat(first.get()).isEqualTo("served");
      assertThat(second.get()).isEqualTo("second");
    }
    assertThatExceptionOfType(TooBusy.class).isThrownBy(() -> bulkhead.call(() -> "late"));
    bulkhead.close();
  }

  @Test
  void a_bulkhead_without_room_makes_no_sense() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Bulkhead(0, 1, LONG));
    assertThatIllegalArgumentException().isThrownBy(() -> new Bulkhead(1, 0, LONG));
    assertThatIllegalArgumentException().isThrownBy(() -> new Bulkhead(1, 1, Duration.ZERO));
  }
}
