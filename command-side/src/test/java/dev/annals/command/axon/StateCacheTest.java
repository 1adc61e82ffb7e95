package dev.annals.command.axon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.account.Account;
import dev.annals.command.account.Accounts;
import dev.annals.command.decision.Samples;
import dev.annals.command.decision.Scenario;
import dev.annals.event.Event;
import dev.annals.history.EventStream;
import dev.annals.store.fold.Delta;
import dev.annals.store.fold.Folded;
import dev.annals.store.fold.StateCache;
import dev.annals.store.fold.StateCache.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StateCacheTest {
  /** A state that tells in which order it was folded, and of what. */
  private static final EventStream<String, List<Event>> TOLD =
      new EventStream<>("told", _ -> List.of(), StateCacheTest::and, _ -> List.of());

  private final StateCache states = new StateCache(100);
  private final List<Event> history = new ArrayList<>();

  private static List<Event> and(List<Event> told, Event event) {
    var more = new ArrayList<>(told);
    more.add(event);
    return List.copyOf(more);
  }

  private Delta delta(long after) {
    var news = List.copyOf(history.subList((int) after, history.size()));
    return new Delta(news, history.size(), history.size());
  }

  private Folded<Account> refreshed() {
    return states.refresh(Accounts.STREAM, Samples.ADA, this::delta);
  }

  @Test
  void a_cached_state_and_what_came_since_is_the_whole_history_folded() {
    var random = new Random(20_260_102);
    for (int step = 0; step < 300; step++) {
      happen(random);

      assertThat(refreshed())
          .isEqualTo(
              new Folded<>(
                  Scenario.of(Accounts.STREAM, Samples.ADA).given(history).state(),
                  history.size()));
    }
  }

  /** Others write, or we do and are told where; sometimes nothing happens. */
  private void happen(Random random) {
    var events = new ArrayList<Event>();
    for (int i = random.nextInt(4); i > 0; i--) {
      events.add(Samples.ALL.get(random.nextInt(Samples.ALL.size())));
    }
    boolean ours = random.nextBoolean();
    var before = ours ? refreshed() : new Folded<Account>(new Account.Unknown(), 0);
    history.addAll(events);
    if (ours) {
      states.advance(Accounts.STREAM, Samples.ADA, before, new Stored(events, history.size()));
    }
  }

  @Test
  void what_is_known_already_is_not_asked_for_nor_folded_again() {
    history.addAll(Samples.ALL);
    var _ = states.refresh(TOLD, "a", this::delta);
    var asked = new ArrayList<Long>();
    var again =
        states.refresh(
            TOLD,
            "a",
            after -> {
              asked.add(after);
              return delta(after);
            });

    assertThat(asked).containsExactly((long) Samples.ALL.size());
    assertThat(again.state()).isEqualTo(Samples.ALL);
  }

  @Test
  void a_state_that_comes_late_does_not_replace_a_later_one() {
    history.addAll(Samples.ALL);
    var early = new Folded<>(List.<Event>of(), 0);
    var late = states.refresh(TOLD, "a", this::delta);
    states.advance(TOLD, "a", early, new Stored(history.subList(0, 1), 1));

    assertThat(states.refresh(TOLD, "a", this::delta)).isEqualTo(late);
  }

  @Test
  void streams_and_ids_are_kept_apart() {
    var other =
        new EventStream<String, List<Event>>(
            "other", _ -> List.of(), StateCacheTest::and, _ -> List.of());
    history.addAll(Samples.ALL);
    var _ = states.refresh(TOLD, "a", this::delta);

    assertThat(states.refresh(TOLD, "b", after -> new Delta(List.of(), after, after)).position())
        .isZero();
    assertThat(states.refresh(other, "a", after -> new Delta(List.of(), after, after)).position())
        .isZero();
  }

  @Test
  void a_source_that_lags_behind_what_is_known_takes_nothing_back() {
    history.addAll(Samples.ALL);
    var known = states.refresh(TOLD, "a", this::delta);

    assertThat(states.refresh(TOLD, "a", _ -> new Delta(List.of(), 3, 3))).isEqualTo(known);
  }
}
