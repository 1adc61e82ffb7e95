package dev.annals.command.password;

import java.time.Duration;

/** More is being hashed than we can do in time: 503 and {@code Retry-After}, and nothing done. */
public final class TooBusy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  public TooBusy(Duration retryAfter) {
    super("too many passwords are being hashed", null, false, false);
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
