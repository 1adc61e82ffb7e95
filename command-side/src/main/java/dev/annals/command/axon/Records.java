package dev.annals.command.axon;

import static java.util.Objects.requireNonNull;

import dev.annals.catalogue.EventCatalogue;
import dev.annals.catalogue.EventCodec;
import dev.annals.crypto.Randomness;
import dev.annals.event.Circumstances;
import dev.annals.event.Event;
import dev.annals.history.Facts;
import dev.annals.store.fold.FactCriteria;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.EventCriteria;

/** Our facts as Axon's messages and the log's bytes, and back. */
final class Records {
  private final EventCodec codec;
  private final Randomness randomness;

  Records(EventCodec codec, Randomness randomness) {
    this.codec = codec;
    this.randomness = randomness;
  }

  EventMessage message(Event event, Circumstances circumstances) {
    var name = EventCatalogue.nameOf(event.getClass());
    return new GenericEventMessage(
        randomness.uuid7().toString(),
        new MessageType(name.name(), Integer.toString(name.version())),
        event,
        circumstances.toMetadata(),
        event.at());
  }

  /** A message that came from the log still has the bytes for its payload. */
  Event event(EventMessage message) {
    var type = message.type();
    return message.payload() instanceof byte[] bytes
        ? codec.decode(type.name(), type.version(), bytes)
        : (Event) requireNonNull(message.payload());
  }

  byte[] bytes(Event event) {
    return codec.encode(event);
  }

  static EventCriteria eventCriteria(List<Facts> facts) {
    return EventCriteria.either(facts.stream().map(Records::eventCriteria).toList());
  }

  private static EventCriteria eventCriteria(Facts facts) {
    var tagged = EventCriteria.havingTags(Tags.tag(facts.tag()));
    return facts.kinds().isEmpty()
        ? tagged
        : tagged.andBeingOneOfTypes(
            FactCriteria.names(facts).stream().map(QualifiedName::new).collect(Collectors.toSet()));
  }
}
