package dev.annals.store.axon;

import dev.annals.store.Append;
import dev.annals.store.EventLog;
import dev.annals.store.LogUnavailable;
import dev.annals.store.Sourced;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.conversion.Converter;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GlobalIndexPosition;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.TerminalEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.jspecify.annotations.Nullable;

/**
 * An {@link EventLog} as Axon Framework's storage engine. Markers and tokens are plain positions:
 * the last one that was seen, or handled. A position to source from is the first one wanted.
 */
public final class EventLogStorageEngine implements EventStorageEngine {
  private final EventLog log;
  private final AxonEvents events;

  /**
   * @param converter turns payloads into bytes; payloads that are bytes already are kept as they
   *     are
   */
  public EventLogStorageEngine(EventLog log, Converter converter) {
    this.log = log;
    this.events = new AxonEvents(converter);
  }

  @Override
  public CompletableFuture<AppendTransaction<?>> appendEvents(
      AppendCondition condition,
      @Nullable ProcessingContext context,
      List<TaggedEventMessage<?>> messages) {
    return attempted(() -> {
      if (messages.isEmpty()) {
        return new NothingToAppend();
      }
      var bytes = messages.stream().map(events::bytes).toList();
      return new LogTransaction(log, new Append(bytes, AxonCriteria.condition(condition)));
    });
  }

  @Override
  public MessageStream<EventMessage> source(
      SourcingCondition condition, @Nullable ProcessingContext context) {
    long start = Math.max(1, GlobalIndexPosition.toIndex(condition.start()));
    Sourced sourced;
    try {
      sourced = log.source(AxonCriteria.criteria(condition.criteria()), start - 1);
    } catch (LogUnavailable e) {
      return MessageStream.failed(e);
    }
    var terminal = terminal(sourced.upTo());
    return sourced.events().isEmpty()
        ? stream(Stream.of(terminal))
        : stream(
            Stream.concat(sourced.events().stream().map(AxonEvents::entry), Stream.of(terminal)));
  }

  private static Entry<EventMessage> terminal(long position) {
    var marker = new GlobalIndexConsistencyMarker(position);
    return new SimpleEntry<>(
        TerminalEventMessage.INSTANCE, Context.with(ConsistencyMarker.RESOURCE_KEY, marker));
  }

  private static MessageStream<EventMessage> stream(Stream<Entry<EventMessage>> entries) {
    return MessageStream.fromStream(entries, Entry::message, entry -> entry);
  }

  @Override
  public MessageStream<EventMessage> stream(
      StreamingCondition condition, @Nullable ProcessingContext context) {
    var token = condition.position();
    long after = token == null ? 0 : token.position().orElse(0);
    return new Tail(log, AxonCriteria.criteria(condition.criteria()), after);
  }

  @Override
  public CompletableFuture<TrackingToken> firstToken(@Nullable ProcessingContext context) {
    return CompletableFuture.completedFuture(new GlobalSequenceTrackingToken(0));
  }

  @Override
  public CompletableFuture<TrackingToken> latestToken(@Nullable ProcessingContext context) {
    return log.confirmedHead().thenApplyAsync(GlobalSequenceTrackingToken::new);
  }

  @Override
  public CompletableFuture<TrackingToken> tokenAt(Instant at, @Nullable ProcessingContext context) {
    return attempted(() -> log.firstSince(at))
        .thenCompose(first ->
            first.isPresent()
                ? CompletableFuture.completedFuture(
                    new GlobalSequenceTrackingToken(first.getAsLong() - 1))
                : latestToken(context));
  }

  private static <T> CompletableFuture<T> attempted(Supplier<T> attempt) {
    try {
      return CompletableFuture.completedFuture(attempt.get());
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public void describeTo(ComponentDescriptor descriptor) {
    descriptor.describeProperty("log", log.getClass().getSimpleName());
  }
}
