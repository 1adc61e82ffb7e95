package dev.annals.store;

import org.jspecify.annotations.Nullable;

/** The log cannot be reached now; it comes back by itself once its database does. */
public final class LogUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What became of the events, if there were any. */
  public enum Outcome {
    NOTHING_WRITTEN,
    UNKNOWN
  }

  private final Outcome outcome;

  private LogUnavailable(String message, Outcome outcome, @Nullable Throwable cause) {
    super(message, cause);
    this.outcome = outcome;
  }

  /** Certain: nothing of it is or will be in the log. */
  public static LogUnavailable nothingWritten(String why, @Nullable Throwable cause) {
    return new LogUnavailable("log unavailable: " + why, Outcome.NOTHING_WRITTEN, cause);
  }

  /** The connection was lost while the events were being written, and could not be had again. */
  public static LogUnavailable outcomeUnknown(@Nullable Throwable cause) {
    return new LogUnavailable(
        "log unavailable: the events may or may not have been written", Outcome.UNKNOWN, cause);
  }

  public Outcome outcome() {
    return outcome;
  }
}
