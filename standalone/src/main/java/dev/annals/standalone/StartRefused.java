package dev.annals.standalone;

/** Why Annals does not start, said so that its operator can mend it; never carries a secret. */
final class StartRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  StartRefused(String message) {
    super(message);
  }

  StartRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
