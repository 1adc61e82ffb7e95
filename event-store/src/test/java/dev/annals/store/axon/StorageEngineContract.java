package dev.annals.store.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.store.AppendConflict;
import dev.annals.store.EventLog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.conversion.PassThroughConverter;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;

/** What Axon Framework asks of a storage engine, after its own suite of tests. */
interface StorageEngineContract {
  Set<Tag> MINE = Set.of(Tag.of("account", "1"));
  Set<Tag> THEIRS = Set.of(Tag.of("account", "2"));
  EventCriteria ABOUT_ME = EventCriteria.havingTags(MINE);
  EventCriteria ABOUT_THEM = EventCriteria.havingTags(THEIRS);

  EventLog log();

  private EventStorageEngine engine() {
    return new EventLogStorageEngine(log(), PassThroughConverter.INSTANCE);
  }

  private static TaggedEventMessage<?> event(String payload, Set<Tag> tags) {
    return eventAt(Instant.now(), payload, tags);
  }

  private static TaggedEventMessage<?> eventAt(Instant at, String payload, Set<Tag> tags) {
    return new GenericTaggedEventMessage<>(
        new GenericEventMessage(
            UUID.randomUUID().toString(),
            new MessageType("annals." + payload, "1"),
            payload.getBytes(StandardCharsets.UTF_8),
            Map.of("b", "2", "a", "1"),
            at),
        tags);
  }

  private ConsistencyMarker append(AppendCondition condition, TaggedEventMessage<?>... events) {
    return finish(engine().appendEvents(condition, null, events)).join();
  }

  private static CompletableFuture<ConsistencyMarker> finish(
      CompletableFuture<AppendTransaction<?>> transaction) {
    return transaction.thenCompose(StorageEngineContract::commit);
  }

  private static <R> CompletableFuture<ConsistencyMarker> commit(AppendTransaction<R> transaction) {
    return transaction.commit(null).thenCompose(result -> transaction.afterCommit(result, null));
  }

  private void mineAndTheirs() {
    var _ =
        append(
            AppendCondition.none(), event("one", MINE), event("two", THEIRS), event("three", MINE));
  }

  private List<Entry<EventMessage>> sourced(SourcingCondition condition) {
    return all(engine().source(condition, null));
  }

  private static List<Entry<EventMessage>> all(MessageStream<EventMessage> stream) {
    var entries = new ArrayList<Entry<EventMessage>>();
    for (var next = stream.next(); next.isPresent(); next = stream.next()) {
      entries.add(next.get());
    }
    assertThat(stream.error()).isEmpty();
    return entries;
  }

  private static List<String> payloads(List<Entry<EventMessage>> entries) {
    return entries.stream()
        .map(Entry::message)
        .filter(message -> !message.equals(TerminalEventMessage.INSTANCE))
        .map(message -> new String((byte[]) message.payload(), StandardCharsets.UTF_8))
        .toList();
  }

  private static long position(Entry<EventMessage> entry) {
    return entry.getResource(TrackingToken.RESOURCE_KEY).position().orElseThrow();
  }

  private static void assertRejected(CompletableFuture<ConsistencyMarker> append) {
    assertThatThrownBy(append::join)
        .cause()
        .isInstanceOf(AppendEventsTransactionRejectedException.class)
        .hasCauseInstanceOf(AppendConflict.class);
  }

  @Test
  default void first_and_latest_token_of_an_empty_log_cover_each_other() {
    var first = engine().firstToken(null).join();
    var latest = engine().latestToken(null).join();
    assertThat(first.covers(latest)).isTrue();
    assertThat(latest.covers(first)).isTrue();
  }

  @Test
  default void sourcing_gives_the_matching_events_and_a_marker_at_the_end() {
    mineAndTheirs();
    var entries = sourced(SourcingCondition.conditionFor(ABOUT_ME));
    assertThat(payloads(entries)).containsExactly("one", "three");
    assertThat(entries)
        .extracting(StorageEngineContract::marker)
        .containsExactly(null, null, new GlobalIndexConsistencyMarker(3));
    assertThat(entries.getLast().message()).isSameAs(TerminalEventMessage.INSTANCE);
  }

  private static Object marker(Entry<EventMessage> entry) {
    return entry.getResource(ConsistencyMarker.RESOURCE_KEY);
  }

  @Test
  default void a_sourced_event_is_as_it_was_appended_and_knows_its_position() {
    var given = event("one", MINE);
    var _ = append(AppendCondition.none(), event("zero", THEIRS), given);
    var entry = sourced(SourcingCondition.conditionFor(ABOUT_ME)).getFirst();
    assertThat(entry.message().identifier()).isEqualTo(given.event().identifier());
    assertThat(entry.message().type()).isEqualTo(given.event().type());
    assertThat(entry.message().payload()).isEqualTo(given.event().payload());
    assertThat(entry.message().metadata()).isEqualTo(given.event().metadata());
    assertThat(position(entry)).isEqualTo(2);
    assertThat(new String(log().read(1, 1).getFirst().metadata(), StandardCharsets.UTF_8))
        .isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
  }

  @Test
  default void sourcing_nothing_gives_only_the_marker_and_completes() {
    var stream = engine().source(SourcingCondition.conditionFor(ABOUT_ME), null);
    assertThat(stream.hasNextAvailable()).isTrue();
    assertThat(stream.next().map(StorageEngineContract::marker))
        .contains(new GlobalIndexConsistencyMarker(0));
    assertThat(stream.hasNextAvailable()).isFalse();
    assertThat(stream.isCompleted()).isTrue();
  }

  @Test
  default void peeking_does_not_advance() {
    mineAndTheirs();
    var stream = engine().source(SourcingCondition.conditionFor(ABOUT_ME), null);
    assertThat(stream.peek()).isPresent();
    assertThat(payloads(all(stream))).containsExactly("one", "three");
    assertThat(stream.peek()).isEmpty();
  }

  @Test
  default void sourcing_starts_at_the_wanted_position() {
    mineAndTheirs();
    var second = new GlobalIndexConsistencyMarker(2).position();
    assertThat(payloads(sourced(SourcingCondition.conditionFor(second, ABOUT_ME))))
        .containsExactly("three");
    var fourth = new GlobalIndexConsistencyMarker(4).position();
    var nothing = sourced(SourcingCondition.conditionFor(fourth, ABOUT_ME));
    assertThat(nothing).hasSize(1);
    assertThat(marker(nothing.getFirst())).isEqualTo(new GlobalIndexConsistencyMarker(3));
  }

  @Test
  default void every_criteria_has_the_same_marker() {
    mineAndTheirs();
    assertThat(marker(sourced(SourcingCondition.conditionFor(ABOUT_ME)).getLast()))
        .isEqualTo(marker(sourced(SourcingCondition.conditionFor(ABOUT_THEM)).getLast()));
  }

  @Test
  default void criteria_may_name_types_and_may_be_combined() {
    mineAndTheirs();
    var typed = EventCriteria.havingTags(MINE).andBeingOneOfTypes("annals.three");
    assertThat(payloads(sourced(SourcingCondition.conditionFor(typed)))).containsExactly("three");
    assertThat(payloads(sourced(SourcingCondition.conditionFor(typed.or(ABOUT_THEM)))))
        .containsExactly("two", "three");
    var anything = EventCriteria.either(typed, EventCriteria.havingAnyTag());
    assertThat(payloads(sourced(SourcingCondition.conditionFor(anything))))
        .containsExactly("one", "two", "three");
  }

  @Test
  default void the_marker_of_a_decision_protects_it() {
    mineAndTheirs();
    var marker = new GlobalIndexConsistencyMarker(3);
    var condition = AppendCondition.withCriteria(ABOUT_ME).withMarker(marker);
    assertThat(append(condition, event("four", MINE)))
        .isEqualTo(new GlobalIndexConsistencyMarker(4));
    assertRejected(finish(engine().appendEvents(condition, null, event("five", MINE))));
  }

  @Test
  default void without_a_marker_the_whole_log_counts() {
    mineAndTheirs();
    var condition = AppendCondition.withCriteria(ABOUT_ME);
    assertRejected(finish(engine().appendEvents(condition, null, event("four", MINE))));
  }

  @Test
  default void of_two_transactions_about_the_same_the_first_commit_wins() {
    var condition = AppendCondition.withCriteria(ABOUT_ME);
    var first = engine().appendEvents(condition, null, event("first", MINE));
    var second = engine().appendEvents(condition, null, event("second", MINE));
    assertThat(finish(second).join()).isEqualTo(new GlobalIndexConsistencyMarker(1));
    assertRejected(finish(first));
  }

  @Test
  default void two_transactions_about_different_things_both_commit() {
    var mine =
        engine().appendEvents(AppendCondition.withCriteria(ABOUT_ME), null, event("m", MINE));
    var theirs =
        engine().appendEvents(AppendCondition.withCriteria(ABOUT_THEM), null, event("t", THEIRS));
    var markers = List.of(finish(mine), finish(theirs));
    assertThat(markers.stream().map(CompletableFuture::join))
        .containsExactlyInAnyOrder(
            new GlobalIndexConsistencyMarker(1), new GlobalIndexConsistencyMarker(2));
  }

  @Test
  default void nothing_is_sent_before_the_commit_and_nothing_after_a_rollback() {
    var transaction =
        engine().appendEvents(AppendCondition.none(), null, event("one", MINE)).join();
    assertThat(log().confirmedHead().join()).isZero();
    transaction.rollback(null);
    assertThatThrownBy(() -> commit(transaction).join())
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(log().confirmedHead().join()).isZero();
  }

  @Test
  default void an_empty_transaction_has_the_marker_of_the_origin() {
    assertThat(append(AppendCondition.withCriteria(ABOUT_ME))).isEqualTo(ConsistencyMarker.ORIGIN);
  }

  @Test
  default void an_event_without_bytes_is_refused_before_the_commit() {
    var message = new GenericEventMessage(new MessageType("annals.none", "1"), null, Map.of());
    TaggedEventMessage<?> tagged = new GenericTaggedEventMessage<>(message, MINE);
    assertThatThrownBy(() -> engine().appendEvents(AppendCondition.none(), null, tagged).join())
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  default void streaming_goes_on_behind_the_token_and_skips_what_is_not_asked_for() {
    mineAndTheirs();
    var first = engine().firstToken(null).join();
    var stream = engine().stream(StreamingCondition.conditionFor(first, ABOUT_ME), null);
    var entry = stream.next().orElseThrow();
    assertThat(position(entry)).isEqualTo(1);
    stream.close();
    var token = entry.getResource(TrackingToken.RESOURCE_KEY);
    var rest = engine().stream(StreamingCondition.conditionFor(token, ABOUT_ME), null);
    assertThat(payloads(List.of(rest.next().orElseThrow()))).containsExactly("three");
    assertThat(rest.next()).isEmpty();
    assertThat(rest.isCompleted()).isFalse();
    rest.close();
  }

  @Test
  default void an_open_stream_calls_back_and_neither_misses_nor_repeats() throws Exception {
    var latest = engine().latestToken(null).join();
    var stream = engine().stream(StreamingCondition.startingFrom(latest), null);
    var calls = new Semaphore(0);
    stream.setCallback(calls::release);
    assertThat(stream.hasNextAvailable()).isFalse();
    for (int i = 1; i <= 20; i++) {
      var _ = append(AppendCondition.none(), event("e" + i, MINE));
    }
    var seen = new ArrayList<Long>();
    while (seen.size() < 20 && calls.tryAcquire(10, TimeUnit.SECONDS)) {
      all(stream).forEach(entry -> seen.add(position(entry)));
    }
    assertThat(seen).hasSize(20).isSorted().doesNotHaveDuplicates();
    stream.close();
    assertThat(stream.isCompleted()).isTrue();
  }

  @Test
  default void a_stream_reads_more_than_one_page() {
    for (int i = 0; i < 5; i++) {
      var events = new TaggedEventMessage<?>[500];
      Arrays.setAll(events, j -> event("e" + j, j % 2 == 0 ? MINE : THEIRS));
      var _ = append(AppendCondition.none(), events);
    }
    var first = engine().firstToken(null).join();
    var everything = engine().stream(StreamingCondition.startingFrom(first), null);
    assertThat(all(everything)).hasSize(2_500);
    var mine = engine().stream(StreamingCondition.conditionFor(first, ABOUT_ME), null);
    assertThat(all(mine)).hasSize(1_250);
    everything.close();
    mine.close();
  }

  @Test
  default void streaming_from_behind_the_end_gives_nothing_yet() {
    mineAndTheirs();
    var token = new GlobalSequenceTrackingToken(13);
    var stream = engine().stream(StreamingCondition.startingFrom(token), null);
    assertThat(stream.next()).isEqualTo(Optional.empty());
    stream.close();
  }

  @Test
  default void the_token_of_a_moment_streams_what_happened_since() {
    var now = Instant.now();
    var _ =
        append(
            AppendCondition.none(),
            eventAt(now.minusSeconds(10), "past", MINE),
            eventAt(now, "now", MINE),
            eventAt(now.plusSeconds(10), "future", MINE));
    var token = engine().tokenAt(now.minusSeconds(5), null).join();
    var stream = engine().stream(StreamingCondition.startingFrom(token), null);
    assertThat(payloads(all(stream))).containsExactly("now", "future");
    stream.close();
    assertThat(engine().tokenAt(now.plusSeconds(60), null).join())
        .isEqualTo(engine().latestToken(null).join());
  }
}
