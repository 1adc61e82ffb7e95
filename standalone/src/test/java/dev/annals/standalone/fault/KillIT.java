package dev.annals.standalone.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.standalone.fault.check.Checker;
import dev.annals.standalone.fault.client.Crowd;
import dev.annals.standalone.fault.client.Steps;
import dev.annals.standalone.fault.client.Wire;
import dev.annals.standalone.fault.server.ChildAnnals;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at any moment loses nothing that was acknowledged and shows nothing halved. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class KillIT {
  private static final int ROUNDS = Integer.getInteger("annals.faults.kills", 20);
  private static final long SEED = Long.getLong("annals.faults.seed", System.nanoTime());

  private static final int FIRST_STARTS = 5;
  private static final int LONGEST_START = 7_000;

  @TempDir Path directory;

  private final Steps clock = new Steps();
  private final SplittableRandom random = new SplittableRandom(SEED);

  @Test
  void whatever_was_acknowledged_survives_kill_dash_nine() throws Exception {
    System.out.println("KillIT: seed " + SEED);
    try (var wire = new Wire();
        var annals = new ChildAnnals(directory.resolve("data"), wire, "kill-" + SEED)) {
      annals.launch();
      annals.awaitReady();
      var crowd = new Crowd(wire, clock);
      var checker = new Checker(crowd, wire, clock);
      crowd.start(Crowd.Size.USUAL, random.split());
      int whileStarting = 0;
      for (int round = 1; round <= ROUNDS; round++) {
        Thread.sleep(random.nextInt(1_500));
        killSome(annals);
        annals.launch();
        if (random.nextInt(5) == 0) {
          Thread.sleep(random.nextInt(LONGEST_START));
          killSome(annals);
          annals.launch();
          whileStarting++;
        }
        annals.awaitReady();
        checker.checkNews();
        assertThat(checker.violations()).isEmpty();
      }
      crowd.stop();
      crowd.signInEveryone();
      checker.checkAll(random.split());
      annals.stop();
      System.out.printf(
          "KillIT: seed %d, %d rounds and %d kills while starting, %s, %d events, %d violations%n",
          SEED,
          ROUNDS,
          whileStarting,
          crowd.ledger().summary(),
          checker.head(),
          checker.violations().size());
      assertThat(checker.violations()).isEmpty();
      assertThat(annals.server().postmaster()).isEmpty();
    }
  }

  @Test
  void a_first_start_that_was_cut_short_is_taken_up_by_the_next() throws Exception {
    System.out.println("KillIT: seed " + SEED + " for first starts");
    try (var wire = new Wire();
        var annals = new ChildAnnals(directory.resolve("data"), wire, "first-" + SEED)) {
      for (int start = 1; start <= FIRST_STARTS; start++) {
        annals.launch();
        Thread.sleep(random.nextInt(LONGEST_START));
        killSome(annals);
      }
      annals.launch();
      annals.awaitReady();
      var checker = new Checker(new Crowd(wire, clock), wire, clock);
      checker.checkAll(random);
      annals.stop();
      assertThat(checker.violations()).isEmpty();
    }
  }

  /** Every third time the database dies at the same moment, as in a power cut. */
  private void killSome(ChildAnnals annals) {
    if (random.nextInt(3) == 0) {
      annals.server().kill();
    }
    annals.kill();
  }
}
