package dev.annals.query.upkeep;

import dev.annals.query.view.View;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The builds of this process, at most one a view. */
final class Builds implements AutoCloseable {
  private record Job(Rebuild rebuild, Thread thread, long begun) {
    boolean isUnderWay() {
      return thread.isAlive() && !rebuild.progress().isOver();
    }
  }

  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final Desk desk;
  private final Consumer<String> switched;
  private final Map<String, Job> jobs = new ConcurrentHashMap<>();

  /**
   * No builds so far.
   *
   * @param switched told the name of a view of which another generation serves
   */
  Builds(Desk desk, Consumer<String> switched) {
    this.desk = desk;
    this.switched = switched;
  }

  /** Begins to build, or joins the build that is under way. */
  Rebuild start(View view) {
    return start(view, false);
  }

  private Rebuild start(View view, boolean onlyFirst) {
    return jobs.compute(
            view.name(), (_, job) -> job != null && job.isUnderWay() ? job : begin(view, onlyFirst))
        .rebuild();
  }

  /** The same for a view that has never been built; not again right after an attempt. */
  void ensure(View view) {
    var job = jobs.get(view.name());
    long pause = desk.pace().pause().toNanos();
    if (job == null || System.nanoTime() - job.begun() > pause) {
      var _ = start(view, true);
    }
  }

  private Job begin(View view, boolean onlyFirst) {
    var rebuild = new Rebuild(view, desk, onlyFirst, () -> switched.accept(view.name()));
    var name = "annals-build-" + view.name();
    return new Job(
        rebuild, Thread.ofPlatform().daemon().name(name).start(rebuild), System.nanoTime());
  }

  /** How the last build of a view in this process went, or goes. */
  Optional<Progress> progress(String view) {
    return Optional.ofNullable(jobs.get(view)).map(job -> job.rebuild().progress());
  }

  /** Ends after the batches that are under way; an index that is being made is not waited for. */
  @Override
  public void close() {
    jobs.values().forEach(job -> job.rebuild().close());
    try {
      for (var job : jobs.values()) {
        LockSupport.unpark(job.thread());
        var _ = job.thread().join(FAREWELL);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
