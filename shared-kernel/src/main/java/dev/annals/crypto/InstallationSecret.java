package dev.annals.crypto;

import java.util.Base64;

/** What one installation keys its own hashes with; each use has a key derived for it alone. */
public final class InstallationSecret {
  private static final String PURPOSE = "installation-secret";
  private static final int BYTES = 32;

  private final byte[] secret;

  private InstallationSecret(byte[] secret) {
    if (secret.length != BYTES) {
      throw new IllegalArgumentException("an installation secret has 32 bytes");
    }
    this.secret = secret.clone();
  }

  public static InstallationSecret generate() {
    return new InstallationSecret(Aead.newKey().getEncoded());
  }

  /**
   * Opens what {@link #sealed} made.
   *
   * @throws WrongKey when it was sealed under another key-encryption key
   */
  public static InstallationSecret open(Sealed sealed, Sealing sealing) {
    String text = sealing.open(sealed, PURPOSE).orElseThrow(() -> new KeyForgotten(sealed.key()));
    return new InstallationSecret(Base64.getDecoder().decode(text));
  }

  /** For the event that founds the installation. */
  public Sealed sealed(Sealing sealing) {
    String text = Base64.getEncoder().encodeToString(secret);
    return sealing.seal(DataKeyName.KEK, PURPOSE, text);
  }

  /** By which logins are found. */
  public BlindIndex blindIndex() {
    return new BlindIndex(new KeyedHash(secret, "blind-index"));
  }

  /** By which subjects of other issuers are found. */
  public KeyedHash federatedSubjects() {
    return new KeyedHash(secret, "federated-subjects");
  }

  /** By which our refresh tokens are told from forged ones. */
  public KeyedHash refreshTokens() {
    return new KeyedHash(secret, "refresh-tokens");
  }

  /** By which UUIDs that clients chose as their secrets are found. */
  public KeyedHash chosenSecrets() {
    return new KeyedHash(secret, "chosen-secrets");
  }

  /** By which a foreign family's tokens are known again. */
  public KeyedHash foreignTokens() {
    return new KeyedHash(secret, "foreign-tokens");
  }

  /** By which events from one address are found. */
  public KeyedHash addresses() {
    return new KeyedHash(secret, "addresses");
  }

  /** By which the relay's records are told from forged ones. */
  public KeyedHash relayedRecords() {
    return new KeyedHash(secret, "relayed-records");
  }

  /** By which requests are recognised when they come again. */
  public KeyedHash requests() {
    return new KeyedHash(secret, "requests");
  }

  /** With which answers are kept for those who ask again. */
  public AnswerSealing answers() {
    return new AnswerSealing(new KeyedHash(secret, "answers"));
  }

  @Override
  public String toString() {
    return "InstallationSecret[masked]";
  }
}
