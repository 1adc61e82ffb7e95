package dev.annals.command.axon;

import static java.util.Objects.requireNonNull;

import dev.annals.catalogue.EventCatalogue;
import dev.annals.catalogue.EventCodec;
import dev.annals.crypto.Randomness;
import dev.annals.event.Circumstances;
import dev.annals.event.Envelope;
import dev.annals.event.Event;
import dev.annals.history.Facts;
import dev.annals.store.Criteria;
import dev.annals.store.Criterion;
import dev.annals.store.StoredEvent;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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

  Event event(StoredEvent stored) {
    return codec.decode(stored.name(), stored.version(), stored.payload());
  }

  Envelope envelope(StoredEvent stored) {
    var circumstances = codec.circumstances(stored.metadata());
    return new Envelope(stored.position(), stored.id(), circumstances, event(stored));
  }

  byte[] bytes(Event event) {
    return codec.encode(event);
  }

  static Criteria criteria(List<Facts> facts) {
    return new Criteria(
        facts.stream()
            .map(fact -> new Criterion(Set.of(fact.tag()), names(fact)))
            .collect(Collectors.toUnmodifiableSet()));
  }

  static EventCriteria eventCriteria(List<Facts> facts) {
    return EventCriteria.either(facts.stream().map(Records::eventCriteria).toList());
  }

  private static EventCriteria eventCriteria(Facts facts) {
    var tagged = EventCriteria.havingTags(Tags.tag(facts.tag()));
    return facts.kinds().isEmpty()
        ? tagged
        : tagged.andBeingOneOfTypes(
            names(facts).stream().map(QualifiedName::new).collect(Collectors.toSet()));
  }

  private static Set<String> names(Facts facts) {
    return names(facts.kinds());
  }

  private static Set<String> names(Collection<Class<? extends Event>> kinds) {
    return kinds.stream()
        .map(kind -> EventCatalogue.nameOf(kind).name())
        .collect(Collectors.toUnmodifiableSet());
  }
}
