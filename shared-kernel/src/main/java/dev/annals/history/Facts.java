package dev.annals.history;

import dev.annals.event.Event;
import java.util.Set;

/**
 * Which events a decision depends on: those with this tag and, unless the set is empty, of these
 * kinds.
 *
 * @param tag {@code key:value}
 */
public record Facts(String tag, Set<Class<? extends Event>> kinds) {
  public static Facts tagged(String tag) {
    return new Facts(tag, Set.of());
  }
}
