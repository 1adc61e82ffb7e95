package dev.annals.benchmarks.sharing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.annals.benchmarks.peer.Service;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;

/**
 * How often processes were in each other's way, by their own count.
 *
 * @param fences batches that another writer was ahead of, so that they were decided again
 * @param conflicts appends whose condition did not hold
 */
record Rivalry(double fences, double conflicts) {
  private static final String FENCES = "annals_log_fences_total";
  private static final String CONFLICTS = "annals_log_conflicts_total";

  /** Since they have started. */
  static Rivalry of(List<Service> services) throws IOException {
    double fences = 0;
    double conflicts = 0;
    for (var service : services) {
      var told = told(service);
      fences += sum(told, FENCES);
      conflicts += sum(told, CONFLICTS);
    }
    return new Rivalry(fences, conflicts);
  }

  Rivalry since(Rivalry before) {
    return new Rivalry(fences - before.fences, conflicts - before.conflicts);
  }

  private static List<String> told(Service service) throws IOException {
    var metrics = URI.create("http://127.0.0.1:" + service.port() + "/actuator/prometheus");
    try (InputStream answer = metrics.toURL().openStream()) {
      return new String(answer.readAllBytes(), UTF_8).lines().toList();
    }
  }

  private static double sum(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
