package dev.annals.command.throttle;

import static dev.annals.command.throttle.Verdict.COUNT;
import static dev.annals.command.throttle.Verdict.RECORD;
import static dev.annals.session.RefusalReason.THROTTLED;
import static dev.annals.session.RefusalReason.UNKNOWN_LOGIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.RefusalsCounted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefusalLedgerTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant NEXT = NOON.plusSeconds(60);
  private static final String HOME = "192.0.2.1";

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON.plusSeconds(7));
  private final RefusalLedger ledger = ledger(2, 5);

  private RefusalLedger ledger(int perSource, int overall) {
    return new RefusalLedger(new Attention(Duration.ofMinutes(1), perSource, overall), now::get);
  }

  private List<Verdict> record(int times, RefusalReason reason, String address) {
    return Stream.generate(() -> ledger.record(reason, address)).limit(times).toList();
  }

  private static String address(int number) {
    return "10.%d.%d.%d".formatted(number >> 16 & 255, number >> 8 & 255, number & 255);
  }

  @Test
  void the_first_of_a_source_are_recorded_and_the_others_counted() {
    assertThat(record(4, UNKNOWN_LOGIN, HOME)).containsExactly(RECORD, RECORD, COUNT, COUNT);

    assertThat(ledger.drain(NEXT))
        .containsExactly(new RefusalsCounted(UNKNOWN_LOGIN, 2, NOON, NEXT));
  }

  @Test
  void another_reason_or_another_address_is_heard_for_itself() {
    var _ = record(3, UNKNOWN_LOGIN, "2001:db8::1");

    assertThat(record(1, UNKNOWN_LOGIN, "2001:db8::2")).containsExactly(COUNT);
    assertThat(record(1, UNKNOWN_LOGIN, "2001:db8:1::1")).containsExactly(RECORD);
    assertThat(record(1, THROTTLED, "2001:db8::1")).containsExactly(RECORD);
  }

  @Test
  void a_flood_from_everywhere_is_counted_after_the_first_few() {
    var verdicts =
        Stream.iterate(0, i -> i + 1).limit(9).map(i -> ledger.record(THROTTLED, address(i)));

    assertThat(verdicts)
        .containsExactly(RECORD, RECORD, RECORD, RECORD, RECORD, COUNT, COUNT, COUNT, COUNT);
  }

  @Test
  void a_window_that_is_still_open_is_not_told_yet() {
    var _ = record(3, UNKNOWN_LOGIN, HOME);

    assertThat(ledger.drain(NEXT.minusNanos(1))).isEmpty();
    assertThat(ledger.drain(NEXT)).hasSize(1);
    assertThat(ledger.drain(NEXT)).isEmpty();
  }

  @Test
  void nothing_counted_is_nothing_told() {
    var _ = record(2, UNKNOWN_LOGIN, HOME);

    assertThat(ledger.drain(NEXT)).isEmpty();
    assertThat(ledger.drainAll(NEXT)).isEmpty();
  }

  @Test
  void a_new_window_hears_everybody_again() {
    var _ = record(3, UNKNOWN_LOGIN, HOME);

    now.set(NEXT);

    assertThat(record(3, UNKNOWN_LOGIN, HOME)).containsExactly(RECORD, RECORD, COUNT);
    assertThat(ledger.drain(NEXT))
        .containsExactly(new RefusalsCounted(UNKNOWN_LOGIN, 1, NOON, NEXT));
  }

  @Test
  void windows_that_nobody_drained_are_told_together() {
    var _ = record(3, UNKNOWN_LOGIN, HOME);
    now.set(NEXT.plusSeconds(300));
    var _ = record(4, UNKNOWN_LOGIN, HOME);

    assertThat(ledger.drain(NEXT.plusSeconds(360)))
        .containsExactly(new RefusalsCounted(UNKNOWN_LOGIN, 3, NOON, NEXT.plusSeconds(360)));
  }

  @Test
  void each_reason_is_told_for_itself() {
    var _ = record(3, UNKNOWN_LOGIN, HOME);
    var _ = record(4, THROTTLED, HOME);

    assertThat(ledger.drain(NEXT))
        .containsExactlyInAnyOrder(
            new RefusalsCounted(UNKNOWN_LOGIN, 1, NOON, NEXT),
            new RefusalsCounted(THROTTLED, 2, NOON, NEXT));
  }

  @Test
  void the_last_drain_tells_the_open_window_too() {
    var _ = record(3, UNKNOWN_LOGIN, HOME);
    var end = NOON.plusSeconds(20);

    assertThat(ledger.drainAll(end.plusNanos(999)))
        .containsExactly(new RefusalsCounted(UNKNOWN_LOGIN, 1, NOON, end));
    assertThat(ledger.drainAll(end)).isEmpty();
  }

  @Test
  void the_last_drain_tells_a_closed_window_as_closed() {
    var _ = record(3, UNKNOWN_LOGIN, HOME);

    assertThat(ledger.drainAll(NEXT.plusSeconds(30)))
        .containsExactly(new RefusalsCounted(UNKNOWN_LOGIN, 1, NOON, NEXT));
  }

  @Test
  void what_could_not_be_appended_is_told_again_with_what_came_since() {
    var _ = record(3, UNKNOWN_LOGIN, HOME);
    var drained = ledger.drain(NEXT);
    now.set(NEXT);
    var _ = record(4, UNKNOWN_LOGIN, HOME);

    ledger.restore(drained);

    assertThat(ledger.drain(NEXT.plusSeconds(60)))
        .containsExactly(new RefusalsCounted(UNKNOWN_LOGIN, 3, NOON, NEXT.plusSeconds(60)));
  }

  @Test
  void a_clock_set_back_opens_no_window_again() {
    var _ = record(3, UNKNOWN_LOGIN, HOME);

    now.set(NOON.minusSeconds(3_600));

    assertThat(record(1, UNKNOWN_LOGIN, HOME)).containsExactly(COUNT);
    assertThat(ledger.drainAll(now.get()))
        .containsExactly(new RefusalsCounted(UNKNOWN_LOGIN, 2, NOON, NOON));
  }

  @Test
  void with_no_attention_at_all_everything_is_counted() {
    var deaf = ledger(0, 0);

    assertThat(deaf.record(THROTTLED, HOME)).isEqualTo(COUNT);
  }

  @Test
  void recorded_and_counted_are_all_there_were_whatever_the_crowd_and_the_clock_do()
      throws Exception {
    var busy = ledger(3, 40);
    var recorded = new ArrayList<Future<Long>>();
    var told = new ArrayList<RefusalsCounted>();
    try (var callers = Executors.newFixedThreadPool(8)) {
      for (int thread = 0; thread < 8; thread++) {
        int number = thread;
        recorded.add(callers.submit(() -> recordMany(busy, number)));
      }
      while (!recorded.stream().allMatch(Future::isDone)) {
        now.set(now.get().plusSeconds(61));
        told.addAll(busy.drain(now.get()));
      }
    }
    told.addAll(busy.drainAll(now.get()));

    long heard = recorded.stream().mapToLong(Future::resultNow).sum();
    long counted = told.stream().mapToLong(RefusalsCounted::count).sum();
    assertThat(heard + counted).isEqualTo(8 * 20_000L);
    assertThat(heard).isPositive();
  }

  private static long recordMany(RefusalLedger ledger, int thread) {
    var reasons = RefusalReason.values();
    long heard = 0;
    for (int i = 0; i < 20_000; i++) {
      var verdict = ledger.record(reasons[i % reasons.length], address(thread * 31 + i % 50));
      heard += verdict == RECORD ? 1 : 0;
    }
    return heard;
  }

  @Test
  void nobody_needs_to_be_heard() {
    assertThat(new Attention(Duration.ofSeconds(1), 0, 0).perSource()).isZero();
  }

  @Test
  void windows_last_at_least_a_second() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Attention(Duration.ofMillis(999), 1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Attention(Duration.ofSeconds(1), -1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Attention(Duration.ofSeconds(1), 1, -1));
  }
}
