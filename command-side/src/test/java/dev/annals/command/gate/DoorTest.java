package dev.annals.command.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.annals.command.desk.Problem;
import dev.annals.command.desk.Reply;
import dev.annals.command.throttle.AddressThrottle;
import dev.annals.command.throttle.Attempts;
import dev.annals.command.throttle.Attention;
import dev.annals.command.throttle.Patience;
import dev.annals.command.throttle.RefusalLedger;
import dev.annals.command.throttle.WaitingRoom;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.RefusalsCounted;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two attempts at once, and time stands still. */
@Timeout(60)
class DoorTest {
  private static final String HOME = "192.0.2.1";
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Reply NO = new Reply(401, Map.of(), null);

  private final RefusalLedger ledger =
      new RefusalLedger(new Attention(Duration.ofMinutes(1), 9, 9), InstantSource.fixed(NOON));
  private final Door door =
      new Door(
          new WaitingRoom(
              new AddressThrottle(new Attempts(2, 1, Duration.ofMinutes(1), 9), () -> 0),
              new Patience(9, 9, Duration.ofDays(1))),
          ledger);

  private void isShut() {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> door.through(HOME, Reply::noContent))
        .satisfies(problem -> assertThat(problem.status()).isEqualTo(429))
        .satisfies(problem -> assertThat(problem.headers()).containsEntry("Retry-After", "60"));
  }

  @Test
  void good_attempts_cost_nothing() {
    for (int i = 0; i < 5; i++) {
      assertThat(door.through(HOME, Reply::noContent)).isEqualTo(Reply.noContent());
    }
    assertThat(ledger.drainAll(NOON)).isEmpty();
  }

  @Test
  void a_refusal_and_a_failure_of_ours_cost_one_each_and_are_over() {
    assertThat(door.through(HOME, () -> NO)).isEqualTo(NO);
    assertThatIllegalStateException().isThrownBy(() -> door.through(HOME, DoorTest::fail));

    isShut();
  }

  private static Reply fail() {
    throw new IllegalStateException("as if");
  }

  @Test
  void whoever_is_not_let_through_is_counted() {
    assertThat(door.through(HOME, () -> NO)).isEqualTo(NO);
    door.enter(HOME);

    isShut();
    assertThatExceptionOfType(Problem.class).isThrownBy(() -> door.enter(HOME));

    assertThat(ledger.drainAll(NOON))
        .containsExactly(new RefusalsCounted(RefusalReason.THROTTLED, 2, NOON, NOON));
  }

  @Test
  void what_entered_without_waiting_gives_back_as_well() {
    door.enter(HOME);
    door.enter(HOME);
    isShut();

    door.wasRight(HOME);

    assertThat(door.through(HOME, Reply::noContent)).isEqualTo(Reply.noContent());
  }
}
