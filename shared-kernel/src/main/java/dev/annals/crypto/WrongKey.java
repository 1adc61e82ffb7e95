package dev.annals.crypto;

/** Something was sealed under another key-encryption key than the one we were given. */
public final class WrongKey extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongKey(String sealedUnder, String given) {
    super(
        "sealed under key-encryption key %s, this is key %s: give the key that this log is sealed under"
            .formatted(sealedUnder, given));
  }
}
