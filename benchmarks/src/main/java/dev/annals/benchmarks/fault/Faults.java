package dev.annals.benchmarks.fault;

import dev.annals.benchmarks.fault.world.Cable;
import dev.annals.benchmarks.fault.world.Deployment;
import dev.annals.benchmarks.fault.world.Side;
import dev.annals.benchmarks.fault.world.Until;
import dev.annals.standalone.fault.client.Steps;
import dev.annals.standalone.fault.server.EmbeddedServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Does what can go wrong, undoes it as far as that is not up to Annals, and says what it was. */
final class Faults {
  /** Longer than the log waits for the answer to a statement. */
  private static final int LONG = 22_000;

  private static final int HOURS = 6;

  private final Deployment annals;
  private final Steps clock;
  private final SplittableRandom random;

  Faults(Deployment annals, Steps clock, SplittableRandom random) {
    this.annals = annals;
    this.clock = clock;
    this.random = random;
  }

  String happen(Kind kind) throws IOException, InterruptedException {
    return switch (kind) {
      case COMMAND_SIDE -> killCommandSide();
      case QUERY_SIDE -> kill(random.nextBoolean() ? annals.onLog : annals.onKafka);
      case POSTGRES ->
          random.nextInt(4) == 0
              ? "of the views on Kafka: " + kill(annals.views.server())
              : "of the log: " + kill(annals.log.server());
      case KAFKA -> killKafka();
      case NETWORK -> cut();
      case DISK -> fillDisk();
      case CLOCK -> stepClock();
    };
  }

  private String killCommandSide() throws InterruptedException {
    boolean powerCut = random.nextInt(3) == 0;
    if (powerCut) {
      annals.log.server().kill();
    }
    return kill(annals.command) + (powerCut ? ", and PostgreSQL at the same moment" : "");
  }

  private String kill(Side side) throws InterruptedException {
    side.kill();
    side.launch();
    if (random.nextInt(3) > 0) {
      return side.name();
    }
    int later = passed(4_000);
    side.kill();
    side.launch();
    return side.name() + ", and again " + later + " ms later, while it was starting";
  }

  private String kill(EmbeddedServer server) throws IOException, InterruptedException {
    return switch (random.nextInt(3)) {
      case 0 -> {
        killed(server);
        killed(server);
        yield "twice in a row";
      }
      case 1 -> {
        server.keepDown();
        killed(server);
        int down = passed(4_000);
        server.letStart();
        yield "kept down for " + down + " ms";
      }
      default -> {
        killed(server);
        yield "once";
      }
    };
  }

  /** Whoever was killed a moment ago may have to be waited for. */
  private static void killed(EmbeddedServer server) throws InterruptedException {
    Until.holds("PostgreSQL to be there", () -> server.postmaster().isPresent());
    var postmaster = server.postmaster();
    server.kill();
    postmaster.ifPresent(process -> process.onExit().join());
  }

  private String killKafka() throws InterruptedException {
    annals.kafka.kill();
    int down = passed(5_000);
    annals.kafka.launch();
    if (random.nextInt(3) > 0) {
      return "down for " + down + " ms";
    }
    int later = passed(3_000);
    annals.kafka.kill();
    annals.kafka.launch();
    return "down for %d ms, and killed again %d ms later".formatted(down, later);
  }

  private String cut() throws InterruptedException {
    var whose =
        switch (random.nextInt(5)) {
          case 0 -> List.of(annals.queryCable);
          case 1 -> List.of(annals.queryCable, annals.commandCable);
          default -> List.of(annals.commandCable);
        };
    try {
      return whose(whose) + ": " + cut(whose);
    } finally {
      whose.forEach(Cable::heal);
    }
  }

  private String whose(List<Cable> cables) {
    if (cables.size() > 1) {
      return "everybody";
    }
    return cables.contains(annals.commandCable) ? "command side" : "query sides";
  }

  private String cut(List<Cable> cables) throws InterruptedException {
    return switch (random.nextInt(5)) {
      case 0 -> {
        cables.forEach(Cable::silence);
        yield "silent for " + passed(5_000) + " ms, then as before";
      }
      case 1 -> silentThenReset(cables);
      case 2 -> {
        var by = Duration.ofMillis(20 + random.nextInt(400));
        cables.forEach(cable -> cable.slow(by));
        yield "slower by %d ms for %d ms".formatted(by.toMillis(), passed(6_000));
      }
      case 3 -> {
        int times = 1 + random.nextInt(5);
        for (int i = 0; i < times; i++) {
          cables.forEach(Cable::reset);
          var _ = passed(800);
        }
        yield "reset " + times + " times";
      }
      default -> {
        cables.forEach(Cable::orphan);
        yield "reset on this side only for " + passed(6_000) + " ms";
      }
    };
  }

  /** Every third time for longer than anybody at the other end waits. */
  private String silentThenReset(List<Cable> cables) throws InterruptedException {
    cables.forEach(Cable::silence);
    int silent = passed(5_000);
    if (random.nextInt(3) == 0) {
      Thread.sleep(LONG);
      silent += LONG;
    }
    cables.forEach(Cable::reset);
    return "silent for " + silent + " ms, then reset";
  }

  private String fillDisk() throws IOException, InterruptedException {
    var disk = annals.disk.orElseThrow();
    try {
      disk.fill();
      boolean ended = random.nextBoolean() && annals.log.overflow();
      return "full%s for %d ms"
          .formatted(ended ? ", so that PostgreSQL ended," : "", passed(8_000));
    } finally {
      disk.free();
    }
  }

  private String stepClock() throws InterruptedException {
    var hours = new StringBuilder("hours ahead:");
    int steps = 2 + random.nextInt(4);
    for (int i = 0; i < steps; i++) {
      var ahead = Duration.ofMinutes(random.nextInt(-HOURS * 60, HOURS * 60));
      step(ahead);
      hours.append(" %.1f".formatted(ahead.toMinutes() / 60.0));
      var _ = passed(2_500);
    }
    step(Duration.ZERO);
    return hours.append(" 0").toString();
  }

  /** Whoever asks in between may be answered by either. */
  void step(Duration ahead) {
    clock.to(ahead);
    annals.clock.set(ahead);
    clock.to(ahead);
  }

  /** At random up to so many milliseconds, but not nothing. */
  private int passed(int most) throws InterruptedException {
    int milliseconds = 100 + random.nextInt(most);
    Thread.sleep(milliseconds);
    return milliseconds;
  }
}
