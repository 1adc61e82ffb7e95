package dev.annals.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.benchmarks.load.Outcome.Latencies;
import dev.annals.benchmarks.peer.Options;
import dev.annals.benchmarks.peer.Work;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A benchmark that nobody runs rots; never asks how fast anything is. */
class SideBySideIT {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void annals_does_every_kind_of_work_under_load_without_a_failure() throws Exception {
    var works = Stream.of(Work.values()).map(Work::key).toList();
    var times = new Options.Times(SECOND, SECOND, SECOND);

    var results = SideBySide.run(new Options(List.of("annals"), works, List.of(2), 1, times));

    assertThat(results.places()).hasSize(works.size());
    assertThat(results.places())
        .allSatisfy(place -> {
          assertThat(results.failures(place)).isZero();
          assertThat(results.median(place, Latencies::answers)).isPositive();
        });
  }
}
