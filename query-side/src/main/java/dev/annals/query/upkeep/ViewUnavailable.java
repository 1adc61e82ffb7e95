package dev.annals.query.upkeep;

import org.jspecify.annotations.Nullable;

/** A view cannot be asked now: it is being built, or its database is away. */
public final class ViewUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ViewUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
