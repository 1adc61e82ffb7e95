package dev.annals.store;

import static dev.annals.store.Samples.event;
import static dev.annals.store.Samples.eventAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What every log promises, wherever it keeps its events. Each test starts with an empty log. */
public interface EventLogContract {
  EventLog log();

  private static List<String> names(List<StoredEvent> events) {
    return events.stream().map(StoredEvent::name).toList();
  }

  @Test
  default void an_empty_log_has_head_zero() {
    assertThat(log().head()).isZero();
    assertThat(log().confirmedHead().join()).isZero();
    assertThat(log().read(0, 10)).isEmpty();
    assertThat(log().source(Criteria.everything(), 0)).isEqualTo(new Sourced(List.of(), 0));
  }

  @Test
  default void positions_start_at_one_and_have_no_gaps() {
    assertThat(log().append(Append.of(event("a"))).join()).isEqualTo(new Appended(1, 1));
    assertThat(log().append(Append.of(event("b"), event("c"))).join())
        .isEqualTo(new Appended(2, 3));
    assertThat(log().head()).isEqualTo(3);
    assertThat(log().read(0, 10)).extracting(StoredEvent::position).containsExactly(1L, 2L, 3L);
  }

  @Test
  default void an_event_comes_back_as_it_was_given() {
    var given =
        eventAt(Instant.parse("2026-11-21T10:11:12.123456789Z"), "naïve 𝄞", "b:2", "a:é", "b:2");
    log().append(Append.of(given, event("untagged"))).join();
    assertThat(log().read(0, 1).getFirst())
        .usingRecursiveComparison()
        .isEqualTo(StoredEvent.at(1, given));
    assertThat(log().read(0, 1).getFirst().tags()).containsExactly("a:é", "b:2");
    assertThat(log().read(0, 1).getFirst().at()).isEqualTo("2026-11-21T10:11:12.123456Z");
    assertThat(log().read(1, 1).getFirst().tags()).isEmpty();
  }

  @Test
  default void replay_hands_over_the_same_events_as_reading() {
    log().append(Append.of(event("a", "t:1"), event("b"), event("c", "t:1", "t:2"))).join();
    var replayed = new ArrayList<StoredEvent>();
    log().replay(1, replayed::add);
    assertThat(replayed).usingRecursiveComparison().isEqualTo(log().read(1, 10));
  }

  @Test
  default void an_empty_log_replays_nothing() {
    log().replay(0, event -> assertThat(event).isNull());
    assertThat(log().head()).isZero();
  }

  @Test
  default void what_the_reader_throws_ends_the_replay() {
    log().append(Append.of(event("a"), event("b"))).join();
    assertThatThrownBy(() ->
            log()
                .replay(
                    0,
                    _ -> {
                      throw new IllegalStateException("unreadable");
                    }))
        .hasMessage("unreadable");
    assertThat(log().read(0, 10)).hasSize(2);
  }

  @Test
  default void reading_selects_by_tag_by_name_by_both_by_any_and_by_all() {
    log()
        .append(
            Append.of(
                event("opened", "x:1"),
                event("closed", "x:1", "y:1"),
                event("opened", "x:2", "y:1"),
                event("noted")))
        .join();
    assertThat(positions(Criteria.tag("x:1"))).containsExactly(1L, 2L);
    assertThat(positions(Criteria.either(Criterion.name("opened")))).containsExactly(1L, 3L);
    assertThat(positions(both("x:1", "opened"))).containsExactly(1L);
    assertThat(positions(Criteria.either(new Criterion(Set.of("x:1", "y:1"), Set.of()))))
        .containsExactly(2L);
    assertThat(positions(Criteria.either(Criterion.tag("x:2"), Criterion.tag("y:1"))))
        .containsExactly(2L, 3L);
    assertThat(positions(Criteria.everything())).containsExactly(1L, 2L, 3L, 4L);
    assertThat(positions(Criteria.tag("z:9"))).isEmpty();
  }

  private static Criteria both(String tag, String name) {
    return Criteria.either(new Criterion(Set.of(tag), Set.of(name)));
  }

  private List<Long> positions(Criteria criteria) {
    var sourced = log().source(criteria, 0);
    assertThat(sourced.upTo()).isEqualTo(log().head());
    return sourced.events().stream().map(StoredEvent::position).toList();
  }

  @Test
  default void events_are_found_by_their_positions() {
    log().append(Append.of(event("a"), event("b"), event("c"))).join();
    assertThat(names(log().at(List.of(3L, 1L, 9L)))).containsExactly("a", "c");
    assertThat(log().at(List.of())).isEmpty();
  }

  @Test
  default void a_range_bounds_what_is_read() {
    log().append(Append.of(event("a", "t"), event("b", "t"), event("c", "t"), event("d"))).join();
    var t = Criteria.either(Criterion.tag("t"), Criterion.name("d"));
    assertThat(names(log().read(t, Range.after(1)))).containsExactly("b", "c", "d");
    assertThat(names(log().read(t, Range.after(1).upTo(3)))).containsExactly("b", "c");
    assertThat(names(log().read(t, Range.after(0).limit(2)))).containsExactly("a", "b");
    assertThat(log().read(t, Range.after(9))).isEmpty();
  }

  @Test
  default void of_an_abridged_tag_the_first_event_and_the_latest_are_told_and_all_else_whole() {
    for (int i = 1; i <= 9; i++) {
      log().append(Append.of(event("e" + i, "s"), event("o" + i, "o"))).join();
    }
    log().append(Append.of(event("e10", "s", "o"), event("x"))).join();
    for (int i = 11; i <= 12; i++) {
      log().append(Append.of(event("e" + i, "s"))).join();
    }
    var cut = Criterion.tag("s");
    assertThat(abridged(new Abridged(Set.of(), cut, 3))).containsExactly("e1", "e10", "e11", "e12");
    assertThat(abridged(new Abridged(Set.of(Criterion.tag("o")), cut, 2)))
        .containsExactly(
            "e1", "o1", "o2", "o3", "o4", "o5", "o6", "o7", "o8", "o9", "e10", "e11", "e12");
    assertThat(abridged(new Abridged(Set.of(), cut, 12))).hasSize(12);
    assertThat(abridged(new Abridged(Set.of(), cut, 11))).hasSize(12);
    assertThat(abridged(new Abridged(Set.of(), cut, 10))).hasSize(11).doesNotContain("e2");
  }

  @Test
  default void what_is_abridged_may_be_about_names_and_about_nothing_there_is() {
    log()
        .append(
            Append.of(
                event("a", "s"),
                event("b", "s"),
                event("a", "s"),
                event("b", "s"),
                event("a", "s")))
        .join();
    var cut = new Criterion(Set.of("s"), Set.of("a"));
    var whole = Set.of(new Criterion(Set.of("s"), Set.of("b")));
    assertThat(abridged(new Abridged(whole, cut, 1))).containsExactly("a", "b", "b", "a");
    assertThat(abridged(new Abridged(Set.of(), Criterion.tag("none"), 1))).isEmpty();
    assertThat(abridged(new Abridged(Set.of(Criterion.tag("s")), cut, 1))).hasSize(5);
  }

  private List<String> abridged(Abridged abridged) {
    var sourced = log().source(abridged);
    assertThat(sourced.upTo()).isEqualTo(log().head());
    return names(sourced.events());
  }

  @Test
  default void a_condition_holds_until_something_matching_is_stored() {
    var nothingWithTag = Condition.nothing(Criteria.tag("login:x"), 0);
    log().append(Append.of(event("other", "login:y"))).join();
    log().append(Append.of(event("registered", "login:x")).on(nothingWithTag)).join();
    assertConflict(log().append(Append.of(event("registered", "login:x")).on(nothingWithTag)));
    assertThat(log().head()).isEqualTo(2);
  }

  @Test
  default void a_condition_looks_only_behind_its_position() {
    log().append(Append.of(event("a", "t"))).join();
    var since = Condition.nothing(Criteria.tag("t"), 1);
    assertThat(log().append(Append.of(event("b", "t")).on(since)).join().last()).isEqualTo(2);
    assertConflict(log().append(Append.of(event("c", "t")).on(since)));
  }

  @Test
  default void conditions_may_be_about_names_and_about_both_and_about_everything() {
    log().append(Append.of(event("opened", "x:1"))).join();
    var other = event("other");
    assertConflict(log().append(Append.of(other).on(none(Criterion.name("opened")))));
    assertConflict(log().append(Append.of(other).on(Condition.nothing(both("x:1", "opened"), 0))));
    assertConflict(log().append(Append.of(other).on(Condition.nothing(Criteria.everything(), 0))));
    log().append(Append.of(other).on(none(Criterion.name("closed")))).join();
    log().append(Append.of(other).on(Condition.nothing(both("x:1", "closed"), 0))).join();
    log().append(Append.of(other).on(Condition.nothing(both("x:2", "opened"), 0))).join();
    log().append(Append.of(other).on(Condition.nothing(Criteria.everything(), 4))).join();
  }

  private static Condition none(Criterion criterion) {
    return Condition.nothing(Criteria.either(criterion), 0);
  }

  static void assertConflict(CompletableFuture<Appended> append) {
    assertThatThrownBy(append::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(AppendConflict.class);
  }

  @Test
  default void an_append_is_not_in_its_own_way() {
    var both = Append.of(event("a", "t"), event("b", "t"));
    log().append(both.on(Condition.nothing(Criteria.tag("t"), 0))).join();
    assertThat(log().head()).isEqualTo(2);
  }

  @Test
  default void an_acknowledged_append_is_seen_by_every_read_that_follows() {
    for (int i = 1; i <= 50; i++) {
      log().append(Append.of(event("e" + i, "t"))).join();
      assertThat(log().head()).isEqualTo(i);
      assertThat(log().source(Criteria.tag("t"), i - 1).events()).hasSize(1);
      assertThat(log().source(Criteria.tag("t"), i)).isEqualTo(new Sourced(List.of(), i));
    }
  }

  @Test
  default void the_first_event_since_a_moment_is_found() {
    var noon = Instant.parse("2026-11-21T12:00:00Z");
    log()
        .append(
            Append.of(eventAt(noon.minusSeconds(1), "a"), eventAt(noon, "b"), eventAt(noon, "c")))
        .join();
    assertThat(log().firstSince(Instant.EPOCH)).hasValue(1);
    assertThat(log().firstSince(noon)).hasValue(2);
    assertThat(log().firstSince(noon.plusSeconds(1))).isEmpty();
  }

  @Test
  default void an_open_log_is_writable() {
    assertThat(log().isWritable()).isTrue();
  }
}
