package dev.annals.token;

import dev.annals.crypto.KeyId;
import dev.annals.event.Event;
import dev.annals.session.Family;
import dev.annals.token.SigningKeyEvent.SharedKeyCreated;
import dev.annals.token.SigningKeyEvent.SigningKeyCreated;
import dev.annals.token.SigningKeyEvent.SigningKeyRetired;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The signing keys that history knows, oldest first: our own, and those that are shared with who
 * verifies a foreign family's tokens. Of each kind the last one that is not retired signs.
 */
public record KeyRing(
    Map<KeyId, Entry<SigningKeyCreated>> keys, Map<KeyId, Entry<SharedKeyCreated>> shared) {
  public static final KeyRing EMPTY = new KeyRing(Map.of(), Map.of());

  /**
   * One key of the ring.
   *
   * @param retired since when it signs no more and until when it is published, if it is retired
   */
  public record Entry<K extends SigningKeyEvent>(K created, Optional<SigningKeyRetired> retired) {
    /** Is its public half in the JWKS, or are tokens under it still believed, at this instant? */
    public boolean isPublished(Instant at) {
      return retired.map(event -> at.isBefore(event.publishedUntil())).orElse(true);
    }
  }

  /** Our key that signs now; empty before the first was created. */
  public Optional<SigningKeyCreated> active() {
    return signing(keys).reduce((_, later) -> later);
  }

  /** The family's key that signs now; empty before the first was created. */
  public Optional<SharedKeyCreated> active(Family family) {
    return signing(shared).filter(key -> key.family().equals(family)).reduce((_, later) -> later);
  }

  private static <K extends SigningKeyEvent> Stream<K> signing(Map<KeyId, Entry<K>> keys) {
    return keys.values().stream().filter(entry -> entry.retired().isEmpty()).map(Entry::created);
  }

  public static KeyRing evolve(KeyRing ring, Event event) {
    return switch (event) {
      case SigningKeyCreated created ->
          new KeyRing(with(ring.keys, created, Optional.empty()), ring.shared);
      case SharedKeyCreated created ->
          new KeyRing(ring.keys, with(ring.shared, created, Optional.empty()));
      case SigningKeyRetired retired ->
          new KeyRing(retired(ring.keys, retired), retired(ring.shared, retired));
      default -> ring;
    };
  }

  private static <K extends SigningKeyEvent> Map<KeyId, Entry<K>> retired(
      Map<KeyId, Entry<K>> keys, SigningKeyRetired retired) {
    var entry = keys.get(retired.kid());
    return entry == null ? keys : with(keys, entry.created(), Optional.of(retired));
  }

  private static <K extends SigningKeyEvent> Map<KeyId, Entry<K>> with(
      Map<KeyId, Entry<K>> keys, K created, Optional<SigningKeyRetired> retired) {
    var changed = new LinkedHashMap<>(keys);
    changed.put(created.kid(), new Entry<>(created, retired));
    return Collections.unmodifiableMap(changed);
  }
}
