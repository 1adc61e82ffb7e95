package dev.annals.query.upkeep;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Rebuilds a view from the command line, beside whatever serves it, and shows how far it is. */
public final class CommandLineRebuild {
  private static final Duration REDRAWN = Duration.ofMillis(200);

  private final Views views;
  private final PrintStream out;
  private final boolean terminal;

  /**
   * One that has yet to run.
   *
   * @param views which need not have been started
   */
  public CommandLineRebuild(Views views, PrintStream out, boolean terminal) {
    this.views = views;
    this.out = out;
    this.terminal = terminal;
  }

  /** Returns when the rebuilt view serves (true), or could not be built. */
  public boolean run(String view) {
    if (views.rebuild(view).isEmpty()) {
      out.println("There is no view " + view + ". There are: " + String.join(", ", views.names()));
      return false;
    }
    var bar = new ProgressBar(out, terminal);
    var progress = views.build(view).orElseThrow();
    while (!progress.isOver()) {
      bar.draw(progress);
      LockSupport.parkNanos(REDRAWN.toNanos());
      progress = views.build(view).orElseThrow();
    }
    bar.draw(progress);
    return progress.state() == Progress.State.DONE;
  }
}
