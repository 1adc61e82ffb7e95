package dev.annals.store;

/**
 * More appends are waiting than the log is willing to hold: nothing was written, come back later.
 */
public final class LogBusy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Expected under load, hence without a stack trace. */
  public LogBusy() {
    super("too many appends are waiting", null, false, false);
  }
}
