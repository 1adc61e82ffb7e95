package dev.annals.store.sql;

import dev.annals.store.NewEvent;
import java.util.List;

/** As much of a stored event as conditions are about. */
public record Fact(long position, String name, List<String> tags) {
  public static Fact of(long position, NewEvent event) {
    return new Fact(position, event.name(), event.tags());
  }
}
