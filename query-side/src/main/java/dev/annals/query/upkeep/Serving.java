package dev.annals.query.upkeep;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which generation of each view questions are asked of, as far as this process knows. */
final class Serving {
  private final Map<String, Generation> generations = new ConcurrentHashMap<>();
  private final Waiting waiting = new Waiting();

  Waiting waiting() {
    return waiting;
  }

  /** Whoever waits for a position finds the generation that has reached it. */
  synchronized void now(Generation generation) {
    var now = generations.merge(generation.view(), generation, Serving::later);
    waiting.reach(now.view(), now.position());
  }

  private static Generation later(Generation known, Generation told) {
    return told.number() > known.number()
            || (told.number() == known.number() && told.position() >= known.position())
        ? told
        : known;
  }

  Optional<Generation> of(String view) {
    return Optional.ofNullable(generations.get(view));
  }
}
