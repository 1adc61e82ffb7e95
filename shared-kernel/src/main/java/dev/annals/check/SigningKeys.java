package dev.annals.check;

import dev.annals.crypto.KeyId;
import dev.annals.crypto.Sealing;
import dev.annals.crypto.SigningKey;
import dev.annals.crypto.VerificationKey;
import dev.annals.history.Histories;
import dev.annals.history.KeyRings;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.token.AccessToken;
import dev.annals.token.KeyRing;
import dev.annals.token.SigningKeyEvent.SigningKeyCreated;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The keys of the ring, opened. A key never changes, so each is opened once. */
public final class SigningKeys {
  private final Histories histories;
  private final Sealing sealing;
  private final Opened opened;

  public SigningKeys(Histories histories, Sealing sealing) {
    this(histories, sealing, new Opened(new ConcurrentHashMap<>(), new ConcurrentHashMap<>()));
  }

  private SigningKeys(Histories histories, Sealing sealing, Opened opened) {
    this.histories = histories;
    this.sealing = sealing;
    this.opened = opened;
  }

  private record Opened(Map<KeyId, SigningKey> signing, Map<KeyId, VerificationKey> verifying) {}

  /** The same keys, as this history has them. */
  SigningKeys in(Histories other) {
    return new SigningKeys(other, sealing, opened);
  }

  public KeyRing ring() {
    return histories.current(KeyRings.STREAM, KeyRings.Id.ALL);
  }

  /**
   * The key that signs now, as far as is known here: one that was just replaced elsewhere is
   * believed for as long as what it signs, so the log need not be asked.
   */
  public SigningKey active() {
    var ring = histories.recently().current(KeyRings.STREAM, KeyRings.Id.ALL);
    var created = ring.active().orElseThrow(() -> new IllegalStateException("no signing key"));
    return opened.signing().computeIfAbsent(created.kid(), _ -> open(created));
  }

  /** The key that signed, for as long as it is published. */
  Optional<VerificationKey> published(KeyId kid, Instant at) {
    return Optional.ofNullable(ring().keys().get(kid))
        .filter(key -> key.isPublished(at))
        .map(key -> parse(key.created()));
  }

  /** All keys by which a token may be verified at this instant. */
  public List<VerificationKey> published(Instant at) {
    return ring().keys().values().stream()
        .filter(entry -> entry.isPublished(at))
        .map(entry -> parse(entry.created()))
        .toList();
  }

  /**
   * The key itself, retired or not: to derive a token again. What was just recorded must be told
   * even if the log has become unreachable since, so the log is only asked for a key not seen yet.
   */
  Optional<SigningKey> byId(KeyId kid) {
    return Optional.ofNullable(opened.signing().get(kid)).or(() -> find(kid));
  }

  /** The access token that was issued: the same bytes whenever it is asked. */
  public String accessToken(TokensIssued issued) {
    var key = byId(issued.access().kid()).orElseThrow();
    return AccessToken.issue(key, issued.access(), issued.account(), issued.session());
  }

  private Optional<SigningKey> find(KeyId kid) {
    return Optional.ofNullable(ring().keys().get(kid))
        .map(entry -> opened.signing().computeIfAbsent(kid, _ -> open(entry.created())));
  }

  private SigningKey open(SigningKeyCreated created) {
    return SigningKey.open(created.publicJwk(), created.privateKey(), sealing);
  }

  private VerificationKey parse(SigningKeyCreated created) {
    var known = opened.verifying().get(created.kid());
    return known != null
        ? known
        : opened
            .verifying()
            .computeIfAbsent(created.kid(), _ -> VerificationKey.fromJwk(created.publicJwk()));
  }
}
