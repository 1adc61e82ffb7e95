package dev.annals.check;

import dev.annals.crypto.KeyId;
import dev.annals.crypto.Sealing;
import dev.annals.crypto.SharedKey;
import dev.annals.history.Histories;
import dev.annals.history.KeyRings;
import dev.annals.session.Family;
import dev.annals.token.KeyRing;
import dev.annals.token.SigningKeyEvent.SharedKeyCreated;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The secrets of the foreign families, opened. A key never changes, so each is opened once. */
public final class SharedKeys {
  private final Histories histories;
  private final Sealing sealing;
  private final Map<KeyId, SharedKey> opened;

  public SharedKeys(Histories histories, Sealing sealing) {
    this(histories, sealing, new ConcurrentHashMap<>());
  }

  private SharedKeys(Histories histories, Sealing sealing, Map<KeyId, SharedKey> opened) {
    this.histories = histories;
    this.sealing = sealing;
    this.opened = opened;
  }

  /** The same keys, as this history has them. */
  SharedKeys in(Histories other) {
    return new SharedKeys(other, sealing, opened);
  }

  /** The key that signs the family's tokens now. */
  public SharedKey active(Family family) {
    return ring()
        .active(family)
        .map(this::open)
        .orElseThrow(() -> new IllegalStateException("no key for " + family));
  }

  /** All keys under which a token is believed at this instant. */
  Stream<SharedKey> believed(Instant at) {
    return created(at).map(this::open);
  }

  /** Those of one family. */
  Stream<SharedKey> believed(Family family, Instant at) {
    return created(at).filter(key -> key.family().equals(family)).map(this::open);
  }

  private Stream<SharedKeyCreated> created(Instant at) {
    return ring().shared().values().stream()
        .filter(entry -> entry.isPublished(at))
        .map(KeyRing.Entry::created);
  }

  /** The key itself, retired or not: to derive a token again. */
  public Optional<SharedKey> byId(KeyId kid) {
    return Optional.ofNullable(ring().shared().get(kid)).map(entry -> open(entry.created()));
  }

  private KeyRing ring() {
    return histories.current(KeyRings.STREAM, KeyRings.Id.ALL);
  }

  private SharedKey open(SharedKeyCreated created) {
    return opened.computeIfAbsent(
        created.kid(), kid -> SharedKey.open(kid, created.secret(), sealing));
  }
}
