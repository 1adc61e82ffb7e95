package dev.annals.query.upkeep;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Draws how far a build is: on a terminal one line that grows, elsewhere a line now and then, so
 * that a file of them can be read.
 */
public final class ProgressBar {
  private static final int WIDTH = 40;

  private final PrintStream out;
  private final boolean terminal;
  private String drawn = "";

  public ProgressBar(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Draws what has changed since it was drawn last. */
  public void draw(Progress progress) {
    var line = line(progress);
    var step = terminal ? line : progress.percent() / 10 + " " + progress.state();
    if (!step.equals(drawn)) {
      drawn = step;
      out.print(terminal ? "\r" + line + "\u001b[K" : line + "\n");
    }
    if (terminal && progress.isOver()) {
      out.print("\n");
    }
    out.flush();
  }

  static String line(Progress progress) {
    int full = WIDTH * progress.percent() / 100;
    return "%s  [%s%s] %3d %%  %s events/s  %s"
        .formatted(
            progress.view(),
            "#".repeat(full),
            ".".repeat(WIDTH - full),
            progress.percent(),
            "%,d".formatted(progress.eventsPerSecond()).replace(',', ' '),
            what(progress))
        .stripTrailing();
  }

  private static String what(Progress progress) {
    return progress.error().orElseGet(() -> word(progress));
  }

  private static String word(Progress progress) {
    return progress.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
