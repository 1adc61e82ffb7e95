package dev.annals.benchmarks.fault;

import dev.annals.benchmarks.fault.world.Deployment;
import dev.annals.benchmarks.fault.world.Until;
import dev.annals.standalone.fault.check.Checker;
import dev.annals.standalone.fault.client.Crowd;
import dev.annals.standalone.fault.client.Steps;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.SplittableRandom;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.FileSystemUtils;

/** Everything around Annals goes wrong under load, round after round; then its word is checked. */
public final class FaultRuns {
  private static final int LONGEST_PAUSE = 1_500;
  private static final int GOING_ON = 20;

  private final Orders orders;
  private final Deployment annals;
  private final Findings findings = new Findings();
  private final Steps clock = new Steps();

  private FaultRuns(Orders orders, Deployment annals) {
    this.orders = orders;
    this.annals = annals;
  }

  /** Ends with 1 if anything did not hold. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    var orders = Orders.given();
    System.out.println(orders.told());
    // It says whenever PostgreSQL is gone, which is all that happens here.
    LoggingSystem.get(FaultRuns.class.getClassLoader())
        .setLogLevel("dev.annals.standalone", LogLevel.OFF);
    var directory = Path.of("target", "faults", Long.toString(orders.seed())).toAbsolutePath();
    boolean good;
    try (var annals = new Deployment(directory)) {
      good = new FaultRuns(orders, annals).run();
    }
    if (good) {
      var _ = FileSystemUtils.deleteRecursively(directory.resolve("data"));
    }
    System.out.println("What the processes said, and data in case of violations: " + directory);
    System.exit(good ? 0 : 1);
  }

  private boolean run() throws IOException, InterruptedException {
    var random = new SplittableRandom(orders.seed());
    annals.start();
    var crowd = new Crowd(annals.command.wire(), clock);
    var checker = new Checker(crowd, annals.command.wire(), clock);
    var summary = new Summary(orders, crowd.ledger());
    crowd.start(new Crowd.Size(orders.clients() / 2, orders.idle()), random.split());
    var faults = new Faults(annals, clock, random.split());
    var rounds = orders.rounds(annals.disk.isPresent(), random.split());
    try {
      for (int i = 0; i < rounds.size(); i++) {
        Thread.sleep(random.nextInt(LONGEST_PAUSE));
        var happened = faults.happen(rounds.get(i));
        goOn(crowd, checker);
        int found = findings.add(checker.violations());
        summary.round(rounds.get(i), happened, found);
      }
      new Aftermath(annals, crowd, checker, findings.others()).check(faults, random.split());
    } catch (IllegalStateException | SQLException | IOException e) {
      findings.others().add("gave up: " + e);
    }
    var _ = findings.add(checker.violations());
    summary.end(checker.head(), findings.all());
    return findings.all().isEmpty();
  }

  /** Nobody does anything for it. */
  private void goOn(Crowd crowd, Checker checker) throws InterruptedException, SQLException {
    annals.awaitReady();
    long some = crowd.ledger().acknowledged() + GOING_ON;
    Until.holds("acknowledged commands", () -> crowd.ledger().acknowledged() >= some);
    checker.checkNews();
    try (var copies = annals.views.views()) {
      long head = checker.head();
      Until.holds(
          "position " + head + " by Kafka", () -> Rows.head(copies, "annals_log.event") >= head);
    }
  }
}
