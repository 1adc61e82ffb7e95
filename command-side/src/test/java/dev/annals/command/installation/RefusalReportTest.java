package dev.annals.command.installation;

import static dev.annals.command.decision.Samples.LATER;
import static dev.annals.command.decision.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.axon.EveryStream;
import dev.annals.command.axon.LaggingLog;
import dev.annals.command.throttle.Attention;
import dev.annals.command.throttle.RefusalLedger;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.RefusalsCounted;
import dev.annals.store.LogBusy;
import dev.annals.store.LogUnavailable;
import dev.annals.store.StoredEvent;
import dev.annals.store.memory.MemoryLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalReportTest {
  private static final InstantSource CLOCK = InstantSource.fixed(NOON);
  private static final Instant WINDOW = Instant.parse("2026-01-01T12:00:00Z");

  private final MemoryLog log = new MemoryLog();
  private final RefusalLedger ledger =
      new RefusalLedger(new Attention(Duration.ofMinutes(1), 0, 0), CLOCK);

  private void count() {
    var _ = ledger.record(RefusalReason.THROTTLED, "192.0.2.1");
  }

  @Test
  void what_was_counted_is_written_down_at_the_end() {
    count();
    count();
    try (var streams = EveryStream.on(log)) {
      new RefusalReport(ledger, streams.commands(), CLOCK).close();

      assertThat(log.read(0, 10))
          .extracting(StoredEvent::name)
          .containsExactly("sign_in.refusals_counted");
      assertThat(ledger.drainAll(LATER)).isEmpty();
    }
  }

  @Test
  void nothing_counted_is_nothing_written() {
    try (var streams = EveryStream.on(log)) {
      new RefusalReport(ledger, streams.commands(), CLOCK).close();

      assertThat(log.head()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void what_the_log_does_not_take_is_kept(boolean busy) {
    var no = busy ? new LogBusy() : LogUnavailable.nothingWritten("away", null);
    count();
    try (var streams =
        EveryStream.on(new LaggingLog(log, () -> CompletableFuture.failedFuture(no)))) {
      new RefusalReport(ledger, streams.commands(), CLOCK).close();

      assertThat(ledger.drain(LATER))
          .containsExactly(new RefusalsCounted(RefusalReason.THROTTLED, 1, WINDOW, NOON));
    }
  }
}
