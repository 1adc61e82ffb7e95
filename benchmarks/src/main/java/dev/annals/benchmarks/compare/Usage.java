package dev.annals.benchmarks.compare;

import dev.annals.benchmarks.machine.Postmaster;
import dev.annals.benchmarks.machine.Proc;
import dev.annals.benchmarks.peer.Service;

/** Cores that were used: what a rate cost, and whether others disturbed it. */
record Usage(double service, double postgres, double load, double others) {

  /** Seconds so far, at a moment. */
  record Reading(long at, Usage seconds) {
    static Reading of(Service service, Postmaster postmaster, long load) {
      double server = Proc.seconds(service.pid(), false);
      double postgres = postmaster.seconds();
      double loading = Proc.seconds(load, false);
      double others = Proc.busySeconds() - server - postgres - loading;
      return new Reading(System.nanoTime(), new Usage(server, postgres, loading, others));
    }

    Usage since(Reading before) {
      double over = (at - before.at) / 1e9;
      return new Usage(
          (seconds.service - before.seconds.service) / over,
          (seconds.postgres - before.seconds.postgres) / over,
          (seconds.load - before.seconds.load) / over,
          (seconds.others - before.seconds.others) / over);
    }
  }
}
