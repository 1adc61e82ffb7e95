package dev.annals.command.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BulkheadCrowdTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  @Test
  void never_more_run_at_once_than_there_is_room_for_and_nobody_is_lost() throws Exception {
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    try (var bulkhead = new Bulkhead(3, 2_000, LONG);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 2_000; i++) {
        int number = i;
        answers.add(callers.submit(() -> bulkhead.call(() -> count(running, most, number))));
      }
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo(i);
      }
    }
    assertThat(most).hasValueBetween(1, 3);
    assertThat(running).hasValue(0);
  }

  private static int count(AtomicInteger running, AtomicInteger most, int number) {
    int now = running.incrementAndGet();
    int _ = most.accumulateAndGet(now, Math::max);
    LockSupport.parkNanos(1_000);
    int _ = running.decrementAndGet();
    return number;
  }

  @Test
  void as_many_run_at_once_as_there_is_room_for() throws Exception {
    var together = new CountDownLatch(3);
    try (var bulkhead = new Bulkhead(3, 1, LONG);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        int number = i;
        answers.add(callers.submit(() -> bulkhead.call(() -> meet(together, number))));
      }
      for (int i = 0; i < 3; i++) {
        assertThat(answers.get(i).get()).isEqualTo(i);
      }
    }
  }

  private static int meet(CountDownLatch together, int number) {
    together.countDown();
    try {
      together.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return number;
  }
}
