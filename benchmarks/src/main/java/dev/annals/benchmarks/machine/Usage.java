package dev.annals.benchmarks.machine;

import java.util.List;

/** Cores that were used: what a rate cost, and whether others disturbed it. */
public record Usage(double service, double postgres, double load, double others) {

  /** Seconds so far, at a moment. */
  public record Reading(long at, Usage seconds) {
    /**
     * Of processes by their ids.
     *
     * @param services that are measured, taken together
     */
    public static Reading of(List<Long> services, Postmaster postmaster, long load) {
      double server = services.stream().mapToDouble(pid -> Proc.seconds(pid, false)).sum();
      double postgres = postmaster.seconds();
      double loading = Proc.seconds(load, false);
      double others = Proc.busySeconds() - server - postgres - loading;
      return new Reading(System.nanoTime(), new Usage(server, postgres, loading, others));
    }

    public Usage since(Reading before) {
      double over = (at - before.at) / 1e9;
      return new Usage(
          (seconds.service - before.seconds.service) / over,
          (seconds.postgres - before.seconds.postgres) / over,
          (seconds.load - before.seconds.load) / over,
          (seconds.others - before.seconds.others) / over);
    }
  }
}
