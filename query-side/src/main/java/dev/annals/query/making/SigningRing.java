package dev.annals.query.making;

import dev.annals.crypto.KeyId;
import dev.annals.crypto.VerificationKey;
import dev.annals.history.Histories;
import dev.annals.history.KeyRings;
import dev.annals.token.KeyRing;
import dev.annals.token.SigningKeyEvent;
import dev.annals.token.SigningKeyEvent.SigningKeyRetired;
import java.util.Optional;

/** All keys that ever signed here, the retired ones among them. */
public record SigningRing(KeyRing ring) {
  public static SigningRing of(Histories histories) {
    return new SigningRing(histories.current(KeyRings.STREAM, KeyRings.Id.ALL));
  }

  Optional<VerificationKey> verifying(KeyId kid) {
    return Optional.ofNullable(ring.keys().get(kid))
        .map(entry -> VerificationKey.fromJwk(entry.created().publicJwk()));
  }

  Optional<SigningKeyRetired> retired(KeyId kid) {
    return entry(kid).flatMap(KeyRing.Entry::retired);
  }

  /** What there is to tell of a key, whatever it signs. */
  public Optional<KeyRing.Entry<? extends SigningKeyEvent>> entry(KeyId kid) {
    var own = ring.keys().get(kid);
    return own != null ? Optional.of(own) : Optional.ofNullable(ring.shared().get(kid));
  }
}
