package dev.annals.command.app;

/** A setting that makes a start impossible; its message is for the operator. */
public final class BadStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadStart(String message) {
    super(message);
  }
}
