package dev.annals.command.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.annals.command.throttle.Admission.Admitted;
import dev.annals.command.throttle.Admission.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressThrottleTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String HOME = "192.0.2.1";

  private final AtomicLong nanos = new AtomicLong(-1_000_000_000L);
  private final AddressThrottle throttle = throttle(new Attempts(3, 6, MINUTE, 1_000));

  private AddressThrottle throttle(Attempts attempts) {
    return new AddressThrottle(attempts, nanos::get);
  }

  private void pass(Duration time) {
    long _ = nanos.addAndGet(time.toNanos());
  }

  private Admission attempt(int times, String address) {
    Admission last = new Admitted();
    for (int i = 0; i < times; i++) {
      last = throttle.attempt(AddressBlock.of(address));
    }
    return last;
  }

  @Test
  void a_burst_is_admitted_and_the_next_attempt_is_told_when_to_come_back() {
    assertThat(attempt(3, HOME)).isEqualTo(new Admitted());
    assertThat(attempt(1, HOME)).isEqualTo(new Refused(Duration.ofSeconds(10)));
  }

  @Test
  void whoever_comes_back_when_told_is_admitted_once() {
    var _ = attempt(4, HOME);

    pass(Duration.ofSeconds(10));

    assertThat(attempt(1, HOME)).isEqualTo(new Admitted());
    assertThat(attempt(1, HOME)).isEqualTo(new Refused(Duration.ofSeconds(10)));
  }

  @Test
  void refused_attempts_do_not_make_the_wait_longer() {
    var _ = attempt(500, HOME);
    pass(Duration.ofSeconds(4));

    assertThat(attempt(1, HOME)).isEqualTo(new Refused(Duration.ofSeconds(6)));
  }

  @Test
  void after_a_rest_the_whole_burst_is_there_again_and_no_more() {
    var _ = attempt(4, HOME);

    pass(Duration.ofDays(1));

    assertThat(attempt(3, HOME)).isEqualTo(new Admitted());
    assertThat(attempt(1, HOME)).isInstanceOf(Refused.class);
  }

  @Test
  void an_address_that_rests_too_short_a_time_is_not_forgotten() {
    var _ = attempt(3, HOME);

    pass(Duration.ofSeconds(20));

    assertThat(attempt(2, HOME)).isEqualTo(new Admitted());
    assertThat(attempt(1, HOME)).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.2, false",
    "192.0.2.1, ::ffff:192.0.2.1, true",
    "192.0.2.1, ::ffff:c000:201, true",
    "192.0.2.1, ::192.0.2.1, false",
    "2001:db8::1, 2001:db8:0:0:ffff::9, true",
    "2001:db8::1, 2001:DB8::1, true",
    "2001:db8::1, 2001:db8:0:1::1, false",
    "fe80::1, fe80::2%eth0, true",
    "fe80::1%1, fe80::1%no-such-interface, true",
    "not an address, 1.2.3, true",
    "example.org, 999.1.1.1, true",
    "example.org, 192.0.2.1, false",
    "'', unix:, true"
  })
  void one_client_has_one_bucket(String one, String other, boolean shared) {
    var _ = attempt(3, one);

    assertThat(attempt(1, other) instanceof Refused).isEqualTo(shared);
  }

  @Test
  void a_crowd_of_addresses_does_not_fill_the_memory() {
    var small = throttle(new Attempts(3, 6, MINUTE, 50));
    for (int i = 0; i < 5_000; i++) {
      assertThat(small.attempt(AddressBlock.of("10.0.%d.%d".formatted(i / 256, i % 256))))
          .isEqualTo(new Admitted());
    }

    assertThat(small.addresses()).isLessThanOrEqualTo(50);
  }

  @Test
  void resting_addresses_are_forgotten() {
    var _ = attempt(1, HOME);

    pass(MINUTE);

    assertThat(throttle.addresses()).isZero();
  }

  @Test
  void a_thousand_at_once_get_exactly_the_burst() throws Exception {
    var admitted = new ArrayList<Future<Admission>>();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 1_000; i++) {
        admitted.add(callers.submit(() -> throttle.attempt(AddressBlock.of(HOME))));
      }
    }
    assertThat(admitted.stream().map(Future::resultNow).filter(Admitted.class::isInstance))
        .hasSize(3);
  }

  @Test
  void twenty_at_once_and_twenty_a_minute_are_admitted() {
    var usual = throttle(new Attempts(20, 20, Duration.ofMinutes(1), 100_000));
    for (int i = 0; i < 20; i++) {
      assertThat(usual.attempt(AddressBlock.of(HOME))).isEqualTo(new Admitted());
    }

    assertThat(usual.attempt(AddressBlock.of(HOME))).isEqualTo(new Refused(Duration.ofSeconds(3)));
    assertThat(usual.addresses()).isEqualTo(1);
    assertThat(new Attempts(1, 10, Duration.ofNanos(10), 1).rest()).isEqualTo(Duration.ofNanos(2));
  }

  @Test
  void attempts_that_never_come_back_make_no_sense() {
    for (var wrong : List.of(new int[] {0, 1, 1}, new int[] {1, 0, 1}, new int[] {1, 1, 0})) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Attempts(wrong[0], wrong[1], MINUTE, wrong[2]));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new Attempts(1, 1, Duration.ZERO, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Attempts(1, 11, Duration.ofNanos(10), 1));
  }
}
