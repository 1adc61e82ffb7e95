package dev.annals.crypto;

/** Turns a login into something to find it by, from which it cannot be read without our key. */
public final class BlindIndex {
  private final KeyedHash hash;

  BlindIndex(KeyedHash hash) {
    this.hash = hash;
  }

  /**
   * 43 characters of base64url.
   *
   * @param normalised equal for all spellings of one login: the caller has seen to that
   */
  public String of(String normalised) {
    return hash.of(normalised);
  }
}
