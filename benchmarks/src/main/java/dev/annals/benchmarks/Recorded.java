package dev.annals.benchmarks;

import dev.annals.catalogue.EventCatalogue;
import dev.annals.catalogue.EventCodec;
import dev.annals.crypto.Randomness;
import dev.annals.event.Circumstances;
import dev.annals.event.Event;
import dev.annals.store.NewEvent;
import java.util.List;

/** Facts as the log takes them, where a benchmark writes past the commands. */
public final class Recorded {
  private static final EventCodec CODEC = new EventCodec();

  private Recorded() {}

  public static NewEvent event(Randomness randomness, Event event, List<String> tags) {
    var name = EventCatalogue.nameOf(event.getClass());
    return new NewEvent(
        randomness.uuid7(),
        event.at(),
        name.name(),
        Integer.toString(name.version()),
        tags,
        CODEC.encode(Circumstances.SYSTEM),
        CODEC.encode(event));
  }
}
