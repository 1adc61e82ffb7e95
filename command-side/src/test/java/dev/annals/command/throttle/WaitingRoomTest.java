package dev.annals.command.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.annals.command.throttle.Admission.Admitted;
import dev.annals.command.throttle.Admission.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One attempt at once, and time stands still. */
@Timeout(60)
class WaitingRoomTest {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final String HOME = "192.0.2.1";
  private static final String OFFICE = "2001:db8::1";
  private static final String ELSEWHERE = "198.51.100.7";
  private static final Refused NOT_NOW = new Refused(Duration.ofMinutes(1));

  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final WaitingRoom room = room(new Patience(2, 3, LONG));

  private static WaitingRoom room(Patience patience) {
    var attempts = new Attempts(1, 1, Duration.ofMinutes(1), 100);
    return new WaitingRoom(new AddressThrottle(attempts, () -> 0), patience);
  }

  @AfterEach
  void nobody_is_left() {
    var _ = callers.shutdownNow();
    callers.close();
    assertThat(room.waiting()).isZero();
  }

  private static void until(BooleanSupplier holds) {
    while (!holds.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private static void admit(WaitingRoom room, String address) {
    assertThat(room.enter(address)).isEqualTo(new Admitted());
  }

  /** Returns when this one waits as well. */
  private Future<Admission> waiting(String address) {
    int before = room.waiting();
    var answer = callers.submit(() -> room.enter(address));
    until(() -> room.waiting() == before + 1);
    return answer;
  }

  @Test
  void a_good_one_lets_in_the_one_who_waited_longest() throws Exception {
    admit(room, HOME);
    var first = waiting(HOME);
    var second = waiting(HOME);

    room.leave(HOME, true);
    assertThat(first.get()).isEqualTo(new Admitted());
    assertThat(second).isNotDone();
    room.leave(HOME, true);
    assertThat(second.get()).isEqualTo(new Admitted());

    room.leave(HOME, true);
    assertThat(room.addresses()).isZero();
  }

  @Test
  void a_failure_sends_away_whoever_waited_for_it() throws Exception {
    admit(room, HOME);
    var first = waiting(HOME);
    var second = waiting(HOME);

    room.leave(HOME, false);

    assertThat(first.get()).isEqualTo(NOT_NOW);
    assertThat(second.get()).isEqualTo(NOT_NOW);
    assertThat(room.enter(HOME)).isEqualTo(NOT_NOW);
    assertThat(room.addresses()).isZero();
  }

  @Test
  void an_address_that_fills_its_own_room_takes_none_from_another() throws Exception {
    admit(room, HOME);
    var first = waiting(HOME);
    var second = waiting(HOME);
    assertThat(room.enter(HOME)).isEqualTo(NOT_NOW);

    admit(room, OFFICE);
    var other = waiting(OFFICE);
    room.leave(OFFICE, true);

    assertThat(other.get()).isEqualTo(new Admitted());
    room.leave(OFFICE, false);
    assertThat(first).isNotDone();
    room.leave(HOME, false);
    assertThat(first.get()).isEqualTo(second.get());
  }

  @Test
  void where_all_seats_are_taken_attempts_are_as_good_as_without_a_room() throws Exception {
    admit(room, HOME);
    var first = waiting(HOME);
    var second = waiting(HOME);
    admit(room, OFFICE);
    var third = waiting(OFFICE);

    admit(room, ELSEWHERE);
    assertThat(room.enter(ELSEWHERE)).isEqualTo(NOT_NOW);
    room.leave(ELSEWHERE, true);
    admit(room, ELSEWHERE);

    for (var address : List.of(HOME, OFFICE, ELSEWHERE)) {
      room.leave(address, false);
    }
    assertThat(List.of(first.get(), second.get(), third.get())).containsOnly(NOT_NOW);
    assertThat(room.addresses()).isZero();
  }

  @Test
  void nobody_waits_longer_than_it_is_worth() {
    var hasty = room(new Patience(2, 2, Duration.ofMillis(1)));
    admit(hasty, HOME);

    assertThat(hasty.enter(HOME)).isEqualTo(NOT_NOW);

    assertThat(hasty.waiting()).isZero();
    hasty.leave(HOME, true);
    admit(hasty, HOME);
  }

  @Test
  void whoever_is_interrupted_leaves_and_takes_nothing_along() throws Exception {
    admit(room, HOME);
    var interrupted = waiting(HOME);
    var next = waiting(HOME);

    assertThat(interrupted.cancel(true)).isTrue();
    until(() -> room.waiting() == 1);
    room.leave(HOME, true);

    assertThat(next.get()).isEqualTo(new Admitted());
    room.leave(HOME, true);
    assertThat(room.addresses()).isZero();
  }

  @Test
  void a_shutdown_empties_the_room() {
    admit(room, HOME);
    var waiting = List.of(waiting(HOME), waiting(HOME));

    assertThat(callers.shutdownNow()).isEmpty();
    callers.close();

    assertThat(waiting)
        .extracting(Future::exceptionNow)
        .hasOnlyElementsOfType(CancellationException.class);
    assertThat(room.waiting()).isZero();
    room.leave(HOME, true);
    assertThat(room.addresses()).isZero();
    admit(room, HOME);
  }

  @Test
  void what_is_given_back_by_those_who_pass_goes_to_whoever_waits() throws Exception {
    var wide =
        new WaitingRoom(
            new AddressThrottle(new Attempts(2, 1, Duration.ofMinutes(1), 100), () -> 0),
            new Patience(1, 1, LONG));
    assertThat(wide.pass(HOME)).isEqualTo(new Admitted());
    admit(wide, HOME);
    var answer = callers.submit(() -> wide.enter(HOME));
    until(() -> wide.waiting() == 1);
    assertThat(wide.pass(HOME)).isEqualTo(NOT_NOW);

    wide.giveBack(HOME);

    assertThat(answer.get()).isEqualTo(new Admitted());
  }

  @Test
  void without_places_nobody_waits() {
    for (var none : List.of(new Patience(0, 9, LONG), new Patience(9, 0, LONG))) {
      var closed = room(none);
      admit(closed, HOME);
      assertThat(closed.enter(HOME)).isEqualTo(NOT_NOW);
    }
  }

  @Test
  void less_than_no_patience_makes_no_sense() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Patience(-1, 1, LONG));
    assertThatIllegalArgumentException().isThrownBy(() -> new Patience(1, -1, LONG));
    assertThatIllegalArgumentException().isThrownBy(() -> new Patience(1, 1, Duration.ZERO));
  }

  @Test
  void many_addresses_leave_nothing_behind() {
    var all = new ArrayList<String>();
    for (int i = 0; i < 90; i++) {
      all.add("10.0.0." + i);
    }
    all.forEach(address -> admit(room, address));
    assertThat(room.addresses()).isEqualTo(90);

    all.forEach(address -> room.leave(address, false));

    assertThat(room.addresses()).isZero();
  }
}
