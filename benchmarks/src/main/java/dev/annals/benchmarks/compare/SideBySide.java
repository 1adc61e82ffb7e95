package dev.annals.benchmarks.compare;

import dev.annals.benchmarks.compare.Results.Place;
import dev.annals.benchmarks.load.LoadProcess;
import dev.annals.benchmarks.machine.Kdf;
import dev.annals.benchmarks.peer.Contenders;
import dev.annals.benchmarks.peer.Options;
import dev.annals.benchmarks.peer.Work;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes turns: one service is under load at a time, while the others are stopped (for starts) or
 * have nothing to do (for work).
 */
final class SideBySide {
  private final Options options;
  private final List<Party> parties;
  private final Results results = new Results();

  private SideBySide(Options options, List<Party> parties) {
    this.options = options;
    this.parties = parties;
  }

  static Results run(Options options) throws IOException, InterruptedException {
    var parties = Contenders.named(options.contenders()).stream().map(Party::new).toList();
    var run = new SideBySide(options, parties);
    try {
      run.prepare();
      run.starts();
      run.work();
    } finally {
      for (var party : parties) {
        party.close();
      }
    }
    return run.results;
  }

  private void prepare() throws IOException, InterruptedException {
    for (var party : parties) {
      say("preparing " + party.name());
      party.prepare();
      results.setting(party.name(), party.settings());
    }
    say("prepared");
  }

  private void starts() throws IOException, InterruptedException {
    for (int round = 1; round <= options.rounds() && options.hasStart(); round++) {
      for (var party : parties) {
        var start = party.start(options.times().idle());
        results.add(party.name(), start);
        say("round %d, %s: %s".formatted(round, party.name(), start));
      }
    }
  }

  private void work() throws IOException, InterruptedException {
    var chosen = Stream.of(Work.values()).filter(options::has).toList();
    if (chosen.isEmpty()) {
      return;
    }
    for (var party : parties) {
      party.open();
    }
    try (var load = new LoadProcess()) {
      for (var work : chosen) {
        warmUp(work, load);
      }
      say("warm");
      for (int round = 1; round <= options.rounds(); round++) {
        say("round " + round);
        for (var work : chosen) {
          measure(work, load);
        }
      }
    }
  }

  private void warmUp(Work work, LoadProcess load) throws IOException {
    for (var party : parties) {
      say("warming up %s for %s".formatted(party.name(), work.title()));
      var _ = party.turn(work, options.clients().getLast(), options.times().warmUp(), load);
    }
  }

  private void measure(Work work, LoadProcess load) throws IOException, InterruptedException {
    var measured = options.times().measured();
    if (work == Work.SIGN_IN) {
      results.addKdf(Kdf.perSecond(measured.toMillis() / 1e3));
    }
    for (int clients : options.clients()) {
      for (var party : parties) {
        var place = new Place(work, clients, party.name());
        var cell = party.turn(work, clients, measured, load);
        results.add(place, cell);
        say("%s: %s".formatted(place, cell));
      }
    }
  }

  private static void say(String what) {
    System.err.println(what);
  }
}
