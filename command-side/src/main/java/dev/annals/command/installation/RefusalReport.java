package dev.annals.command.installation;

import dev.annals.command.decision.Commands;
import dev.annals.command.throttle.RefusalLedger;
import dev.annals.event.Circumstances;
import dev.annals.session.SessionEvent.RefusalsCounted;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down now and then how many refusals were only counted, and once more at the end. */
public final class RefusalReport implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RefusalReport.class);

  private final RefusalLedger ledger;
  private final Commands commands;
  private final InstantSource clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("refusal-report").daemon(true).factory());

  public RefusalReport(RefusalLedger ledger, Commands commands, InstantSource clock) {
    this.ledger = ledger;
    this.commands = commands;
    this.clock = clock;
    var _ = timer.scheduleWithFixedDelay(() -> write(ledger.drain(now())), 5, 5, TimeUnit.SECONDS);
  }

  private Instant now() {
    return clock.instant();
  }

  private void write(List<RefusalsCounted> counted) {
    if (counted.isEmpty()) {
      return;
    }
    try {
      var _ = commands.send(new NoteRefusals(counted), Circumstances.SYSTEM);
    } catch (RuntimeException e) {
      // Whatever it is, it must neither lose the counts nor stop the timer.
      ledger.restore(counted);
      LOG.warn("counted refusals are kept until the log takes them: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    timer.close();
    write(ledger.drainAll(now()));
  }
}
