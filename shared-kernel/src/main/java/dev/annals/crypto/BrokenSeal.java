package dev.annals.crypto;

/** A sealed value is not what was sealed, or was sealed for another purpose. */
public final class BrokenSeal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenSeal(DataKeyName key, String purpose) {
    super(
        "the value sealed under %s is not authentic, or is no %s: it was altered, moved or sealed for something else"
            .formatted(key, purpose));
  }
}
