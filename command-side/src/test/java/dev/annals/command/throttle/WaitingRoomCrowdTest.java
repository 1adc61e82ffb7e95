package dev.annals.command.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.throttle.Admission.Admitted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thousand at once from one address that has twenty attempts, and time stands still. */
@Timeout(60)
class WaitingRoomCrowdTest {
  private static final int BURST = 20;
  private static final int CROWD = 1_000;
  private static final String HOME = "192.0.2.1";

  private final WaitingRoom room =
      new WaitingRoom(
          new AddressThrottle(new Attempts(BURST, 20, Duration.ofMinutes(1), 100), () -> 0),
          new Patience(CROWD, CROWD, Duration.ofMinutes(10)));
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  private enum Outcome {
    RIGHT,
    WRONG,
    REFUSED
  }

  private Outcome attempt(boolean right) {
    if (!(room.enter(HOME) instanceof Admitted)) {
      return Outcome.REFUSED;
    }
    int _ = most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    LockSupport.parkNanos(1_000);
    int _ = underWay.decrementAndGet();
    room.leave(HOME, right);
    return right ? Outcome.RIGHT : Outcome.WRONG;
  }

  /** One in so many is wrong. */
  private List<Outcome> crowd(int oneWrongIn) {
    List<Future<Outcome>> outcomes = new ArrayList<>();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CROWD; i++) {
        boolean right = i % oneWrongIn != 0;
        outcomes.add(callers.submit(() -> attempt(right)));
      }
    }
    assertThat(most).hasValueLessThanOrEqualTo(BURST);
    assertThat(room.waiting()).isZero();
    assertThat(room.addresses()).isZero();
    return outcomes.stream().map(Future::resultNow).toList();
  }

  @Test
  void a_guesser_gets_exactly_the_burst() {
    var outcomes = crowd(1);

    assertThat(outcomes).filteredOn(Outcome.WRONG::equals).hasSize(BURST);
    assertThat(outcomes).filteredOn(Outcome.REFUSED::equals).hasSize(CROWD - BURST);
  }

  @Test
  void a_guesser_who_knows_one_password_gets_no_more_guesses_for_it() {
    var outcomes = crowd(2);

    assertThat(outcomes).filteredOn(Outcome.WRONG::equals).hasSize(BURST);
    assertThat(room.enter(HOME)).isNotEqualTo(new Admitted());
  }

  @Test
  void right_ones_come_in_all_of_them_with_a_few_wrong_among_them() {
    var outcomes = crowd(60);

    assertThat(outcomes).doesNotContain(Outcome.REFUSED);
  }

  @Test
  void however_many_came_in_the_burst_is_whole_afterwards() {
    assertThat(crowd(CROWD + 1)).filteredOn(Outcome.WRONG::equals).hasSize(1);
    for (int i = 1; i < BURST; i++) {
      assertThat(room.enter(HOME)).isEqualTo(new Admitted());
    }
    assertThat(room.pass(HOME)).isNotEqualTo(new Admitted());
  }
}
