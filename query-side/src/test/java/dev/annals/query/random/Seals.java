package dev.annals.query.random;

import dev.annals.crypto.DataKeyName;
import dev.annals.crypto.Sealed;
import java.util.Base64;
import java.util.Random;

/** How personal data of a random history is sealed: really, or only so that it looks like it. */
public interface Seals {
  /** Makes the data key of somebody new. */
  default void create(DataKeyName name) {}

  Sealed seal(DataKeyName name, String purpose, String plaintext);

  /** Noise of the right length, which nobody can open; the same from the same seed. */
  static Seals pretended(long seed) {
    var random = new Random(seed);
    return (name, _, plaintext) -> {
      var noise = new byte[29 + plaintext.length()];
      random.nextBytes(noise);
      return new Sealed(name + "/" + Base64.getUrlEncoder().withoutPadding().encodeToString(noise));
    };
  }
}
