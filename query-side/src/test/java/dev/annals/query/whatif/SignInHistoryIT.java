package dev.annals.query.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.catalogue.EventCatalogue;
import dev.annals.catalogue.EventCodec;
import dev.annals.credential.WaitPolicy;
import dev.annals.event.Envelope;
import dev.annals.store.Append;
import dev.annals.store.NewEvent;
import dev.annals.store.TestPostgres;
import dev.annals.store.postgres.PostgresLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The log read page by page says the same as the history in memory. */
class SignInHistoryIT {
  private static final WaitPolicy THEN =
      new WaitPolicy(4, Duration.ofSeconds(30), Duration.ofSeconds(300));
  private static final WaitPolicy OTHER =
      new WaitPolicy(2, Duration.ofSeconds(60), Duration.ofSeconds(600));

  private final EventCodec codec = new EventCodec();

  @Test
  void a_history_longer_than_a_page_gives_the_same_from_the_log() {
    var past = Crowd.live(Crowd.steps(new Random(7), 14_000, 40), THEN).past();
    try (var log =
        PostgresLog.open(TestPostgres.freshDatabase().asApplication(), new SimpleMeterRegistry())) {
      load(log, past.events());
      var history = new SignInHistory(log, codec);
      long from = past.head() / 3;
      long upTo = past.head() - 100;
      var page = new Page(0, 50);
      var found = new WhatIf(OTHER, from, page);
      past.events().subList(0, (int) upTo).forEach(found::add);

      var answer = history.answer(new WhatIfQuestion(OTHER, from, upTo, 0, 50));

      assertThat(past.head()).isGreaterThan(10_000);
      assertThat(answer.counts()).isEqualTo(found.counts());
      assertThat(answer.affected()).isEqualTo(page.rows()).hasSize(50);
      assertThat(answer.next()).isEqualTo(page.rows().getLast().position());
      assertThat(walked(history, from, upTo))
          .hasSize((int) affected(answer.counts()))
          .isSorted()
          .doesNotHaveDuplicates();
      assertThat(history.answer(new WhatIfQuestion(THEN, 1, past.head(), 0, 50)).affected())
          .isEmpty();
    }
  }

  private static long affected(Counts counts) {
    return counts.wouldHaveBeenRefused()
        + counts.mightHaveBeenRefused()
        + counts.wouldHaveBeenLookedAt()
        + counts.mightHaveBeenLookedAt();
  }

  private static List<Long> walked(SignInHistory history, long from, long upTo) {
    var positions = new ArrayList<Long>();
    Long after = 0L;
    while (after != null) {
      var answer = history.answer(new WhatIfQuestion(OTHER, from, upTo, after, 500));
      answer.affected().forEach(row -> positions.add(row.position()));
      after = answer.next();
    }
    return positions;
  }

  private void load(PostgresLog log, List<Envelope> events) {
    for (int first = 0; first < events.size(); first += Append.MOST) {
      var some = events.subList(first, Math.min(events.size(), first + Append.MOST));
      var fresh = some.stream().map(this::fresh).toArray(NewEvent[]::new);
      var _ = log.append(Append.of(fresh)).join();
    }
  }

  private NewEvent fresh(Envelope envelope) {
    var name = EventCatalogue.nameOf(envelope.event().getClass());
    return new NewEvent(
        UUID.randomUUID(),
        envelope.event().at(),
        name.name(),
        Integer.toString(name.version()),
        List.of(),
        codec.encode(envelope.circumstances()),
        codec.encode(envelope.event()));
  }
}
