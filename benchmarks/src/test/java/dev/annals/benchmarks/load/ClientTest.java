package dev.annals.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.benchmarks.load.Orders.Asked;
import dev.annals.benchmarks.load.Orders.When;
import dev.annals.benchmarks.load.Orders.Where;
import dev.annals.benchmarks.load.mix.Question;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientTest {
  @Test
  void whoever_has_nothing_to_ask_about_ends_and_that_counts_as_a_failure() throws Exception {
    var when = new When(0, 1_000, 0, 0);
    var nothing = new Asked(new Question("GET /me HTTP/1.1\n\n", ""), List.of()).mix();
    var tally = new Tally(1, when);
    var client = new Client(0, new Orders(new Where(List.of(), 1, false), when, nothing), tally);

    client.ask();

    var outcome = tally.outcome(System.nanoTime(), List.of());
    assertThat(client.isWaiting()).isFalse();
    assertThat(outcome.failures()).isOne();
    assertThat(outcome.firstFailure()).contains("nothing is left", "GET /me");
  }
}
