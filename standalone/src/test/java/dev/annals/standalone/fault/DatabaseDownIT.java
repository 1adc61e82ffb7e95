package dev.annals.standalone.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.standalone.fault.check.Checker;
import dev.annals.standalone.fault.client.Crowd;
import dev.annals.standalone.fault.client.Ledger;
import dev.annals.standalone.fault.client.Steps;
import dev.annals.standalone.fault.client.Wire;
import dev.annals.standalone.fault.server.ChildAnnals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** While PostgreSQL is away everyone is told so, and told the truth; then all goes on by itself. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no signals")
final class DatabaseDownIT {
  private static final int ROUNDS = Integer.getInteger("annals.faults.outages", 2);
  private static final long SEED = Long.getLong("annals.faults.seed", System.nanoTime());

  /** Longer than the log waits for the answer to a statement. */
  private static final int LONG_FREEZE = 22_000;

  @TempDir Path directory;

  private final Steps clock = new Steps();
  private final SplittableRandom random = new SplittableRandom(SEED);

  @Test
  void commands_answer_503_while_the_database_is_down_and_go_on_when_it_is_back() throws Exception {
    System.out.println("DatabaseDownIT: seed " + SEED);
    try (var wire = new Wire();
        var annals = new ChildAnnals(directory.resolve("data"), wire, "database-down-" + SEED)) {
      annals.launch();
      annals.awaitReady();
      var crowd = new Crowd(wire, clock);
      var checker = new Checker(crowd, wire, clock);
      crowd.start(Crowd.Size.USUAL, random.split());
      for (int round = 1; round <= ROUNDS; round++) {
        killed(annals, crowd.ledger());
        goneOn(annals, crowd.ledger(), checker);
        keptDown(annals, crowd.ledger());
        goneOn(annals, crowd.ledger(), checker);
        frozen(annals, random.nextInt(4_000));
        goneOn(annals, crowd.ledger(), checker);
      }
      frozen(annals, LONG_FREEZE);
      goneOn(annals, crowd.ledger(), checker);
      crowd.stop();
      crowd.signInEveryone();
      checker.checkAll(random.split());
      annals.stop();
      System.out.printf(
          "DatabaseDownIT: seed %d, %d outages, %s, %d events, %d violations%n",
          SEED,
          3 * ROUNDS + 1,
          crowd.ledger().summary(),
          checker.head(),
          checker.violations().size());
      assertThat(checker.violations()).isEmpty();
      assertThat(annals.server().postmaster()).isEmpty();
    }
  }

  /** It comes back as fast as it can. */
  private void killed(ChildAnnals annals, Ledger ledger) throws InterruptedException {
    Thread.sleep(random.nextInt(700));
    var killed = annals.server().postmaster().orElseThrow();
    annals.server().kill();
    var _ = killed.onExit().join();
    while (annals.server().postmaster().isEmpty()) {
      Thread.sleep(10);
    }
    assertThat(annals.isAlive()).isTrue();
    awaitAcknowledged(ledger, ledger.acknowledged() + 100);
  }

  private void keptDown(ChildAnnals annals, Ledger ledger) throws Exception {
    Thread.sleep(random.nextInt(700));
    annals.server().keepDown();
    annals.server().kill();
    awaitNotReady(annals);
    awaitUnavailable(ledger, ledger.unavailable() + 20);
    assertThat(annals.isReady()).isFalse();
    assertThat(annals.isAlive()).isTrue();
    annals.server().letStart();
  }

  private void frozen(ChildAnnals annals, int milliseconds) throws Exception {
    Thread.sleep(random.nextInt(700));
    var processes = annals.server().freeze();
    try {
      awaitNotReady(annals);
      Thread.sleep(milliseconds);
      assertThat(annals.isReady()).isFalse();
      assertThat(annals.isAlive()).isTrue();
    } finally {
      annals.server().thaw(processes);
    }
  }

  /** Nobody does anything for it. */
  private static void goneOn(ChildAnnals annals, Ledger ledger, Checker checker)
      throws InterruptedException, IOException {
    annals.awaitReady();
    awaitAcknowledged(ledger, ledger.acknowledged() + 100);
    checker.checkNews();
    assertThat(checker.violations()).isEmpty();
  }

  private static void awaitNotReady(ChildAnnals annals) throws InterruptedException {
    while (annals.isReady()) {
      Thread.sleep(10);
    }
  }

  private static void awaitAcknowledged(Ledger ledger, long many) throws InterruptedException {
    while (ledger.acknowledged() < many) {
      Thread.sleep(10);
    }
  }

  private static void awaitUnavailable(Ledger ledger, long many) throws InterruptedException {
    while (ledger.unavailable() < many) {
      Thread.sleep(10);
    }
  }
}
