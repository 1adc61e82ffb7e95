package dev.annals.store.axon;

import dev.annals.store.NewEvent;
import dev.annals.store.StoredEvent;
import java.util.List;
import java.util.UUID;
import org.axonframework.conversion.Converter;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.Context;
import org.axonframework.messaging.core.MessageStream.Entry;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.SimpleEntry;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;

/** Axon's event messages as bytes of the log, and back. */
final class AxonEvents {
  private final Converter converter;

  AxonEvents(Converter converter) {
    this.converter = converter;
  }

  NewEvent bytes(TaggedEventMessage<?> tagged) {
    EventMessage event = tagged.event();
    byte[] payload =
        event.payload() instanceof byte[] bytes ? bytes : event.payloadAs(byte[].class, converter);
    if (payload == null) {
      throw new IllegalArgumentException("event " + event.type().name() + " has no payload");
    }
    return new NewEvent(
        UUID.fromString(event.identifier()),
        event.timestamp(),
        event.type().name(),
        event.type().version(),
        List.copyOf(AxonCriteria.tags(tagged.tags())),
        Metadata.bytes(event.metadata()),
        payload);
  }

  /** The message, with its position as tracking token beside it; its payload is still bytes. */
  static Entry<EventMessage> entry(StoredEvent event) {
    var message =
        new GenericEventMessage(
            event.id().toString(),
            new MessageType(event.name(), event.version()),
            event.payload(),
            Metadata.map(event.metadata()),
            event.at());
    var token = new GlobalSequenceTrackingToken(event.position());
    return new SimpleEntry<>(message, TrackingToken.addToContext(Context.empty(), token));
  }
}
