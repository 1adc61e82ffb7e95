package dev.annals.benchmarks.compare;

import static dev.annals.benchmarks.page.Words.say;
import static java.util.stream.Collectors.joining;

import dev.annals.benchmarks.compare.Results.Place;
import dev.annals.benchmarks.compare.Results.Start;
import dev.annals.benchmarks.load.Outcome.Latencies;
import dev.annals.benchmarks.machine.Usage;
import dev.annals.benchmarks.peer.Work;
import java.util.function.ToDoubleFunction;

/** Results as tables in Markdown, with ratios of medians to each of the others. */
final class Tables {
  private static final String PEER = "Keycloak";
  private static final String DURABLE = "Keycloak, durable";

  private final Results results;

  Tables(Results results) {
    this.results = results;
  }

  String text() {
    return work() + kdf() + starts();
  }

  private String work() {
    if (results.places().isEmpty()) {
      return "";
    }
    return """
    | work | clients | service | a second | lowest to highest | x Keycloak | x durable | p50 ms | p99 ms | x Keycloak | x durable | cores: service, PostgreSQL, load, others | per core-second | failures |
    | --- | --: | --- | --: | --: | --: | --: | --: | --: | --: | --: | --- | --: | --: |
    """
        + results.places().stream().map(this::row).collect(joining());
  }

  private String row(Place place) {
    var range = results.range(place);
    return say(
        "| %s | %d | %s | **%.0f** | %.0f to %.0f | %s | %s | %.2f | %.2f | %s | %s | %.2f %.2f %.2f %.2f | %s | %d |%n",
        place.work().title(),
        place.clients(),
        place.contender(),
        results.median(place, Latencies::perSecond),
        range[0],
        range[1],
        ratio(place, PEER, Latencies::perSecond),
        ratio(place, DURABLE, Latencies::perSecond),
        results.median(place, Latencies::p50),
        results.median(place, Latencies::p99),
        ratio(place, PEER, Latencies::p99),
        ratio(place, DURABLE, Latencies::p99),
        results.usage(place, Usage::service),
        results.usage(place, Usage::postgres),
        results.usage(place, Usage::load),
        results.usage(place, Usage::others),
        ratio(
            results.median(place, Latencies::perSecond),
            results.usage(place, Usage::service) + results.usage(place, Usage::postgres)),
        results.failures(place));
  }

  /** A cell with failures is no result, and has no ratio. */
  private String ratio(Place place, String other, ToDoubleFunction<Latencies> of) {
    var there = new Place(place.work(), place.clients(), other);
    boolean failed = results.failures(place) + results.failures(there) > 0;
    return failed ? "-" : ratio(results.median(place, of), results.median(there, of));
  }

  private static String ratio(double ours, double theirs) {
    return theirs == 0 ? "-" : say("%.2f", ours / theirs);
  }

  private String kdf() {
    if (results.kdf() == 0) {
      return "";
    }
    var shares =
        results.places().stream()
            .filter(place -> place.work() == Work.SIGN_IN)
            .map(place ->
                say(
                    "%s at %d clients reaches %.2f of it",
                    place.contender(),
                    place.clients(),
                    results.median(place, Latencies::perSecond) / results.kdf()))
            .collect(joining(", "));
    return say("%nThe bare native Argon2id on all cores: %.1f/s; %s.%n", results.kdf(), shares);
  }

  private String starts() {
    if (results.started().isEmpty()) {
      return "";
    }
    return """

    | service | start to first answer, ms | x Keycloak | resident when idle, MiB | x Keycloak | its PostgreSQL besides, MiB |
    | --- | --: | --: | --: | --: | --: |
    """
        + results.started().stream().map(this::start).collect(joining());
  }

  private String start(String contender) {
    return say(
        "| %s | **%.0f** | %s | **%.0f** | %s | %.0f |%n",
        contender,
        results.median(contender, Start::millis),
        ratio(results.median(contender, Start::millis), results.median(PEER, Start::millis)),
        results.median(contender, Start::resident),
        ratio(results.median(contender, Start::resident), results.median(PEER, Start::resident)),
        results.median(contender, Start::postgres));
  }
}
