package dev.annals.store.sql;

import dev.annals.store.NewEvent;
import java.util.List;
import java.util.UUID;

/** As much of a stored event as conditions are about. */
public record Fact(long position, UUID id, String name, List<String> tags) {
  public static Fact of(long position, NewEvent event) {
    return new Fact(position, event.id(), event.name(), event.tags());
  }
}
