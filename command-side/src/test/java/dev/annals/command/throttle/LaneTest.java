package dev.annals.command.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.throttle.Admission.Admitted;
import dev.annals.command.throttle.Admission.Refused;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Two attempts at once, one back every ten seconds. */
class LaneTest {
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final Refused NOT_NOW = new Refused(TEN_SECONDS);
  private static final int ROOM = 3;

  private final AtomicLong nanos = new AtomicLong();
  private final AddressThrottle throttle =
      new AddressThrottle(new Attempts(2, 1, TEN_SECONDS, 10), nanos::get);
  private final Lane lane = new Lane(throttle, AddressBlock.of("192.0.2.1"));

  private Place arrival() {
    var place = new Place();
    lane.arrive(place, ROOM);
    return place;
  }

  private Place arrivalAdmitted() {
    var place = arrival();
    assertThat(place).isCompletedWithValue(new Admitted());
    return place;
  }

  private Place arrivalWaiting() {
    var place = arrival();
    assertThat(place).isNotDone();
    return place;
  }

  private void twoUnderWay() {
    var _ = arrivalAdmitted();
    var _ = arrivalAdmitted();
  }

  @Test
  void whoever_comes_beyond_those_under_way_waits_for_a_good_one_in_the_order_of_arrival() {
    twoUnderWay();
    var first = arrivalWaiting();
    var second = arrivalWaiting();

    lane.leave(true);

    assertThat(first).isCompletedWithValue(new Admitted());
    assertThat(second).isNotDone();
  }

  @Test
  void a_failure_lets_nobody_in_and_after_the_last_one_everybody_is_refused() {
    twoUnderWay();
    var first = arrivalWaiting();
    var second = arrivalWaiting();

    lane.leave(false);
    assertThat(first).isNotDone();
    lane.leave(false);

    assertThat(first).isCompletedWithValue(NOT_NOW);
    assertThat(second).isCompletedWithValue(NOT_NOW);
    assertThat(lane.isDeserted()).isTrue();
  }

  @Test
  void with_nobody_under_way_there_is_nothing_to_wait_for() {
    twoUnderWay();
    lane.leave(false);
    lane.leave(false);

    assertThat(arrival()).isCompletedWithValue(NOT_NOW);
    assertThat(lane.isDeserted()).isTrue();
  }

  @Test
  void what_comes_back_with_time_goes_to_whoever_waits_and_not_to_a_newcomer() {
    twoUnderWay();
    var first = arrivalWaiting();

    var _ = nanos.addAndGet(TEN_SECONDS.toNanos());
    var newcomer = arrival();

    assertThat(first).isCompletedWithValue(new Admitted());
    assertThat(newcomer).isNotDone();
  }

  @Test
  void whoever_does_not_wait_does_not_overtake_either() {
    twoUnderWay();
    var first = arrivalWaiting();

    var _ = nanos.addAndGet(TEN_SECONDS.toNanos());
    var hasty = new Place();
    lane.pass(hasty);

    assertThat(first).isCompletedWithValue(new Admitted());
    assertThat(hasty).isCompletedWithValue(NOT_NOW);
  }

  @Test
  void whoever_passes_is_not_waited_for() {
    var hasty = new Place();
    lane.pass(hasty);
    assertThat(hasty).isCompletedWithValue(new Admitted());
    assertThat(lane.isDeserted()).isTrue();
    lane.pass(new Place());

    assertThat(arrival()).isCompletedWithValue(NOT_NOW);
  }

  @Test
  void whoever_finds_no_room_is_refused_at_once_and_the_others_stay() {
    twoUnderWay();
    var first = arrivalWaiting();
    var _ = arrivalWaiting();
    var _ = arrivalWaiting();

    assertThat(arrival()).isCompletedWithValue(NOT_NOW);
    assertThat(first).isNotDone();
    lane.leave(true);
    assertThat(first).isCompletedWithValue(new Admitted());
  }

  @Test
  void whoever_gives_up_is_told_when_to_come_back_and_the_next_one_moves_up() {
    twoUnderWay();
    var first = arrivalWaiting();
    var second = arrivalWaiting();
    var _ = nanos.addAndGet(Duration.ofSeconds(4).toNanos());

    lane.giveUp(first);

    assertThat(first).isCompletedWithValue(new Refused(Duration.ofSeconds(6)));
    lane.leave(true);
    assertThat(second).isCompletedWithValue(new Admitted());
  }

  @Test
  void whoever_gives_up_takes_what_has_come_back_meanwhile() {
    twoUnderWay();
    var first = arrivalWaiting();
    var _ = nanos.addAndGet(TEN_SECONDS.toNanos());

    lane.giveUp(first);

    assertThat(first).isCompletedWithValue(new Admitted());
  }

  @Test
  void whoever_is_gone_from_the_queue_is_not_admitted() {
    twoUnderWay();
    var gone = arrivalWaiting();
    var next = arrivalWaiting();

    lane.abandon(gone);
    lane.leave(true);

    assertThat(gone).isNotDone();
    assertThat(next).isCompletedWithValue(new Admitted());
  }

  @Test
  void whoever_is_gone_when_admitted_leaves_the_attempt_to_the_next() {
    twoUnderWay();
    var gone = arrivalWaiting();
    var next = arrivalWaiting();
    lane.leave(true);
    assertThat(gone).isCompletedWithValue(new Admitted());

    lane.abandon(gone);

    assertThat(next).isCompletedWithValue(new Admitted());
  }

  @Test
  void whoever_is_gone_when_refused_leaves_nothing() {
    twoUnderWay();
    var gone = arrivalWaiting();
    lane.leave(false);
    lane.leave(false);

    lane.abandon(gone);

    assertThat(arrival()).isCompletedWithValue(NOT_NOW);
  }
}
