package dev.annals.store.axon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.store.EventLog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.conversion.PassThroughConverter;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
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
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;
import org.junit.jupiter.api.Test;

/** What Axon Framework asks of a storage engine, after its own suite of tests. */
interface StorageEngineContract {
  Set<Tag> MINE = Set.of(Tag.of("account", "1"));
  Set<Tag> THEIRS = Set.of(Tag.of("account", "2"));
  EventCriteria ABOUT_ME = EventCriteria.havingTags(MINE);
  EventCriteria ABOUT_THEM = EventCriteria.havingTags(THEIRS);

  EventLog log();

  default EventStorageEngine engine() {
    return new EventLogStorageEngine(log(), PassThroughConverter.INSTANCE);
  }

  static TaggedEventMessage<?> event(String payload, Set<Tag> tags) {
    return eventAt(Instant.now(), payload, tags);
  }

  static TaggedEventMessage<?> eventAt(Instant at, String payload, Set<Tag> tags) {
    return new GenericTaggedEventMessage<>(
        new GenericEventMessage(
            UUID.randomUUID().toString(),
            new MessageType("annals." + payload, "1"),
            payload.getBytes(StandardCharsets.UTF_8),
            Map.of("b", "2", "a", "1"),
            at),
        tags);
  }

  default ConsistencyMarker append(AppendCondition condition, TaggedEventMessage<?>... events) {
    return finish(engine().appendEvents(condition, null, events)).join();
  }

  static CompletableFuture<ConsistencyMarker> finish(
      CompletableFuture<AppendTransaction<?>> transaction) {
    return transaction.thenCompose(StorageEngineContract::commit);
  }

  static <R> CompletableFuture<ConsistencyMarker> commit(AppendTransaction<R> transaction) {
    return transaction.commit(null).thenCompose(result -> transaction.afterCommit(result, null));
  }

  default void mineAndTheirs() {
    var _ =
        append(
            AppendCondition.none(), event("one", MINE), event("two", THEIRS), event("three", MINE));
  }

  private List<Entry<EventMessage>> sourced(SourcingCondition condition) {
    return all(engine().source(condition, null));
  }

  static List<Entry<EventMessage>> all(MessageStream<EventMessage> stream) {
    var entries = new ArrayList<Entry<EventMessage>>();
    for (var next = stream.next(); next.isPresent(); next = stream.next()) {
      entries.add(next.get());
    }
    assertThat(stream.error()).isEmpty();
    return entries;
  }

  static List<String> payloads(List<Entry<EventMessage>> entries) {
    return entries.stream()
        .map(Entry::message)
        .filter(message -> !message.equals(TerminalEventMessage.INSTANCE))
        .map(message -> new String((byte[]) message.payload(), StandardCharsets.UTF_8))
        .toList();
  }

  static long position(Entry<EventMessage> entry) {
    return entry.getResource(TrackingToken.RESOURCE_KEY).position().orElseThrow();
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
}
