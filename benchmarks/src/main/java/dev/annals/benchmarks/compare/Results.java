package dev.annals.benchmarks.compare;

import dev.annals.benchmarks.load.Outcome;
import dev.annals.benchmarks.load.Outcome.Latencies;
import dev.annals.benchmarks.machine.Usage;
import dev.annals.benchmarks.page.Median;
import dev.annals.benchmarks.peer.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** What came out so far, and its medians. */
final class Results {
  /** What was measured in one go: a kind of work, so many clients, one service. */
  record Place(Work work, int clients, String contender) {}

  /** Once. */
  record Cell(Outcome outcome, Usage usage) {}

  /** A start: time to the first answer, and memory when it has been idle for a while, in MiB. */
  record Start(double millis, double resident, double postgres) {}

  private final Map<Place, List<Cell>> cells = new LinkedHashMap<>();
  private final Map<String, List<Start>> starts = new LinkedHashMap<>();
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final List<Double> kdf = new ArrayList<>();

  void add(Place place, Cell cell) {
    cells.computeIfAbsent(place, _ -> new ArrayList<>()).add(cell);
  }

  void add(String contender, Start start) {
    starts.computeIfAbsent(contender, _ -> new ArrayList<>()).add(start);
  }

  void addKdf(double perSecond) {
    kdf.add(perSecond);
  }

  void setting(String contender, String how) {
    settings.put(contender, how);
  }

  Map<String, String> settings() {
    return settings;
  }

  Set<Place> places() {
    return cells.keySet();
  }

  Set<String> started() {
    return new LinkedHashSet<>(starts.keySet());
  }

  /** 0 where it was not measured. */
  double kdf() {
    return median(kdf.stream().mapToDouble(each -> each));
  }

  double median(Place place, ToDoubleFunction<Latencies> of) {
    return median(
        of(place).stream().mapToDouble(cell -> of.applyAsDouble(cell.outcome().latencies())));
  }

  double median(String contender, ToDoubleFunction<Start> of) {
    return median(starts.getOrDefault(contender, List.of()).stream().mapToDouble(of));
  }

  double usage(Place place, ToDoubleFunction<Usage> of) {
    return median(of(place).stream().mapToDouble(cell -> of.applyAsDouble(cell.usage())));
  }

  /** The lowest and the highest rate. */
  double[] range(Place place) {
    var rates =
        of(place).stream()
            .mapToDouble(cell -> cell.outcome().latencies().perSecond())
            .summaryStatistics();
    return new double[] {rates.getMin(), rates.getMax()};
  }

  long failures(Place place) {
    return of(place).stream().mapToLong(cell -> cell.outcome().failures()).sum();
  }

  private List<Cell> of(Place place) {
    return cells.getOrDefault(place, List.of());
  }

  private static double median(DoubleStream values) {
    var all = values.toArray();
    return all.length == 0 ? 0 : Median.of(all);
  }
}
