package dev.annals.check;

import dev.annals.crypto.KeyId;
import dev.annals.crypto.Sealing;
import dev.annals.crypto.SigningKey;
import dev.annals.crypto.VerificationKey;
import dev.annals.history.Histories;
import dev.annals.history.KeyRings;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.token.AccessClaims;
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
  private final Known known;

  public SigningKeys(Histories histories, Sealing sealing) {
    this(histories, sealing, new Known());
  }

  private SigningKeys(Histories histories, Sealing sealing, Known known) {
    this.histories = histories;
    this.sealing = sealing;
    this.known = known;
  }

  /** What no history changes. */
  private record Known(
      Map<KeyId, SigningKey> signing,
      Map<KeyId, VerificationKey> verifying,
      VerifiedTokens verified) {
    Known() {
      this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new VerifiedTokens());
    }
  }

  /** The same keys, as this history has them. */
  SigningKeys in(Histories other) {
    return new SigningKeys(other, sealing, known);
  }

  public KeyRing ring() {
    return histories.current(KeyRings.STREAM, KeyRings.Id.ALL);
  }

  /**
   * The key that signs now, as far as is known here: one that was replaced elsewhere a moment ago
   * is still believed for nearly as long as what it signs, so the log need not be asked.
   */
  public SigningKey active() {
    var ring = histories.recently().current(KeyRings.STREAM, KeyRings.Id.ALL);
    var created = ring.active().orElseThrow(() -> new IllegalStateException("no signing key"));
    return known.signing().computeIfAbsent(created.kid(), _ -> open(created));
  }

  /** What a token says that one of the keys has signed which are published at this instant. */
  Optional<AccessClaims> signed(String token, Instant at) {
    return known.verified().claims(token, kid -> published(kid, at));
  }

  private Optional<VerificationKey> published(KeyId kid, Instant at) {
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
    return Optional.ofNullable(known.signing().get(kid)).or(() -> find(kid));
  }

  /** The access token that was issued: the same bytes whenever it is asked. */
  public String accessToken(TokensIssued issued) {
    var key = byId(issued.access().kid()).orElseThrow();
    return AccessToken.issue(key, issued.access(), issued.account(), issued.session());
  }

  private Optional<SigningKey> find(KeyId kid) {
    return Optional.ofNullable(ring().keys().get(kid))
        .map(entry -> known.signing().computeIfAbsent(kid, _ -> open(entry.created())));
  }

  private SigningKey open(SigningKeyCreated created) {
    return SigningKey.open(created.publicJwk(), created.privateKey(), sealing);
  }

  private VerificationKey parse(SigningKeyCreated created) {
    var parsed = known.verifying().get(created.kid());
    return parsed != null
        ? parsed
        : known
            .verifying()
            .computeIfAbsent(created.kid(), _ -> VerificationKey.fromJwk(created.publicJwk()));
  }
}
