package dev.annals.crypto;

/** Nothing can be sealed for a person whose data key does not exist, or does not exist any more. */
public final class KeyForgotten extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KeyForgotten(DataKeyName key) {
    super("there is no data key " + key + "; it was forgotten or never created");
  }
}
