package dev.annals.benchmarks.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Counts what comes back within the measured time, by question, in windows. */
final class Tally {
  private final long from;
  private final long to;
  private final long windowNanos;
  private final long[] windowFailures;
  private final List<Counts> window;
  private final List<Histogram> whole = new ArrayList<>();
  private long windowFrom;
  private long failures;
  private String firstFailure = "";
  private long reconnects;

  Tally(int questions, Orders.When when) {
    from = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(when.warmUpMillis());
    to = from + TimeUnit.MILLISECONDS.toNanos(when.measuredMillis());
    windowFrom = from;
    windowNanos = TimeUnit.MILLISECONDS.toNanos(when.windowMillis());
    windowFailures = new long[questions];
    window = new ArrayList<>(Collections.nCopies(questions, new Counts()));
    window.replaceAll(_ -> new Counts());
  }

  boolean isOver(long now) {
    return now - to >= 0;
  }

  boolean isMeasuring(long now) {
    return now - from >= 0;
  }

  long end() {
    return to;
  }

  boolean isWindowOver(long now) {
    return windowNanos > 0 && !isOver(windowFrom) && (isOver(now) || now - windowEnd() >= 0);
  }

  private long windowEnd() {
    return windowFrom + windowNanos;
  }

  void answered(int question, long asked, long now) {
    if (isMeasuring(asked) && !isOver(now)) {
      window.get(question).add(now - asked);
    }
  }

  void failed(int question, String how) {
    windowFailures[question]++;
    if (failures++ == 0) {
      firstFailure = how;
    }
  }

  void reconnected() {
    reconnects++;
  }

  /** What was since the one before; the last one may be shorter. */
  Window window(List<Integer> held) {
    double seconds = Math.min(windowNanos, to - windowFrom) / 1e9;
    var kinds = window.stream().map(Counts::histogram).toList();
    var failed = Arrays.stream(windowFailures).boxed().toList();
    whole.addAll(kinds);
    window.replaceAll(_ -> new Counts());
    Arrays.fill(windowFailures, 0);
    windowFrom = windowEnd();
    return new Window(seconds, kinds, failed, held);
  }

  /** Whoever had nothing more to ask has ended before its time. */
  Outcome outcome(long now, List<String> values) {
    double seconds = Math.min(now - from, to - from) / 1e9;
    var all = new ArrayList<>(whole);
    window.forEach(each -> all.add(each.histogram()));
    return new Outcome(
        Histogram.sum(all).over(seconds), failures, firstFailure, reconnects, values);
  }
}
