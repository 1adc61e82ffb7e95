package dev.annals.token;

import dev.annals.crypto.KeyId;
import dev.annals.event.Event;
import dev.annals.token.SigningKeyEvent.SigningKeyCreated;
import dev.annals.token.SigningKeyEvent.SigningKeyRetired;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The signing keys that history knows, oldest first. The last one that is not retired signs. */
public record KeyRing(Map<KeyId, Entry> keys) {
  public static final KeyRing EMPTY = new KeyRing(Map.of());

  /**
   * One key of the ring.
   *
   * @param retired since when it signs no more and until when it is published, if it is retired
   */
  public record Entry(SigningKeyCreated created, Optional<SigningKeyRetired> retired) {
    /** Is its public half in the JWKS at this instant? */
    public boolean isPublished(Instant at) {
      return retired.map(event -> at.isBefore(event.publishedUntil())).orElse(true);
    }
  }

  /** The key that signs now; empty before the first was created. */
  public Optional<SigningKeyCreated> active() {
    return keys.values().stream()
        .filter(entry -> entry.retired().isEmpty())
        .map(Entry::created)
        .reduce((_, later) -> later);
  }

  public static KeyRing evolve(KeyRing ring, Event event) {
    return switch (event) {
      case SigningKeyCreated created ->
          ring.with(created.kid(), new Entry(created, Optional.empty()));
      case SigningKeyRetired retired ->
          Optional.ofNullable(ring.keys().get(retired.kid()))
              .map(entry ->
                  ring.with(retired.kid(), new Entry(entry.created(), Optional.of(retired))))
              .orElse(ring);
      default -> ring;
    };
  }

  private KeyRing with(KeyId kid, Entry entry) {
    var changed = new LinkedHashMap<>(keys);
    changed.put(kid, entry);
    return new KeyRing(Collections.unmodifiableMap(changed));
  }
}
