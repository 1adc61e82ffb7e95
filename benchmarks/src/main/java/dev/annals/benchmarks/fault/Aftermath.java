package dev.annals.benchmarks.fault;

import dev.annals.benchmarks.fault.world.Deployment;
import dev.annals.benchmarks.fault.world.Until;
import dev.annals.standalone.fault.check.Checker;
import dev.annals.standalone.fault.check.LogReader;
import dev.annals.standalone.fault.client.Crowd;
import dev.annals.standalone.fault.client.Tokens;
import dev.annals.standalone.fault.client.Wire;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** When everything is whole again and nobody writes any more: what must hold. */
final class Aftermath {
  private static final int ASKING = 4;
  private static final int SAMPLE = 400;
  private static final List<String> VIEWS = List.of("audit", "account", "session", "activity");

  private final Deployment annals;
  private final Crowd crowd;
  private final Checker checker;
  private final List<String> violations;

  /**
   * What is to be looked at.
   *
   * @param violations where to say what does not hold
   */
  Aftermath(Deployment annals, Crowd crowd, Checker checker, List<String> violations) {
    this.annals = annals;
    this.crowd = crowd;
    this.checker = checker;
    this.violations = violations;
  }

  void check(Faults clock, SplittableRandom random) throws InterruptedException, SQLException {
    crowd.stop();
    crowd.signInEveryone();
    checker.checkNews();
    checkLog();
    checkTokens(clock, random);
    checkViews();
  }

  private void checkLog() throws SQLException {
    try (var log = annals.log.log()) {
      var chain = Rows.chain(log, checker.head());
      require(chain.isGapless(), "the log has gaps: " + chain);
      require(
          chain.digest() == checker.digest(), "the log is not what it was when it was read before");
    }
  }

  /** Every one that anybody ever had; then some of them elsewhere and at other times. */
  private void checkTokens(Faults clock, SplittableRandom random)
      throws InterruptedException, SQLException {
    var all = crowd.ledger().tokens();
    var here = reader(annals.command.wire());
    judge(here, all);
    checker.judgeKeys(here, crowd.ledger().keys());
    awaitCopied(checker.head());
    var some = sample(all, random);
    judge(reader(annals.onLog.wire()), some);
    judge(reader(annals.onKafka.wire()), some);
    for (int hours : new int[] {3, 40, -5, 0}) {
      clock.step(Duration.ofHours(hours));
      judge(here, some);
    }
    System.out.printf(
        "%d pairs of tokens and %d API keys asked for%n", all.size(), crowd.ledger().keys().size());
  }

  private LogReader reader(Wire wire) {
    return new LogReader(wire, crowd.administrator());
  }

  private static List<Tokens> sample(List<Tokens> all, SplittableRandom random) {
    var some = new ArrayList<Tokens>(all.subList(Math.max(0, all.size() - SAMPLE), all.size()));
    for (int i = 0; i < SAMPLE && !all.isEmpty(); i++) {
      some.add(all.get(random.nextInt(all.size())));
    }
    return some;
  }

  private void judge(LogReader reader, List<Tokens> tokens) throws InterruptedException {
    var askers = new ArrayList<Thread>();
    int share = tokens.size() / ASKING + 1;
    for (int from = 0; from < tokens.size(); from += share) {
      var part = tokens.subList(from, Math.min(tokens.size(), from + share));
      askers.add(Thread.startVirtualThread(() -> judgePart(reader, part)));
    }
    for (var asker : askers) {
      asker.join();
    }
  }

  private void judgePart(LogReader reader, List<Tokens> part) {
    try {
      checker.judge(reader, part);
    } catch (InterruptedException | RuntimeException e) {
      violations.add("tokens could not be judged: " + e);
    }
  }

  /** Fed by the log, fed by Kafka, and built anew: the same, row by row. */
  private void checkViews() throws InterruptedException, SQLException {
    compareViews("when fed by Kafka and by the log");
    try (var views = annals.log.views()) {
      long before = Rows.generations(views);
      for (var view : VIEWS) {
        var path = "/v1/projections/" + view + "/rebuild";
        Until.holds(
            "202 from " + path, () -> annals.onLog.wire().isAccepted(path, crowd.administrator()));
      }
      Until.holds("four rebuilt views", () -> Rows.generations(views) >= before + VIEWS.size());
    }
    compareViews("when rebuilt from the log and fed by Kafka");
  }

  private void compareViews(String when) throws InterruptedException, SQLException {
    try (var log = annals.log.log();
        var viewsOnLog = annals.log.views();
        var viewsOnKafka = annals.views.views()) {
      long head = Rows.head(log, "event");
      awaitCopied(head);
      Until.holds("the views on the log to be complete", () -> Rows.viewed(viewsOnLog) >= head);
      Until.holds("the views on Kafka to be complete", () -> Rows.viewed(viewsOnKafka) >= head);
      var expected = Rows.views(viewsOnLog);
      var actual = Rows.views(viewsOnKafka);
      require(expected.size() >= VIEWS.size(), "there are views: " + expected);
      require(expected.equals(actual), "views differ %s: %s, %s".formatted(when, expected, actual));
      var events = Rows.log(log, "public");
      var copied = Rows.log(viewsOnKafka, "annals_log");
      require(events.equals(copied), "the log is %s, and its copy %s".formatted(events, copied));
    }
  }

  private void awaitCopied(long head) throws InterruptedException, SQLException {
    try (var copies = annals.views.views()) {
      Until.holds(
          "position " + head + " by Kafka", () -> Rows.head(copies, "annals_log.event") >= head);
    }
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      violations.add(otherwise);
    }
  }
}
