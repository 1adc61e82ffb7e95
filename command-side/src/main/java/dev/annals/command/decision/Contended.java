package dev.annals.command.decision;

/** Others changed the same thing every time we tried; nothing was recorded. */
public final class Contended extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Contended() {
    super("others changed the same thing at the same time", null, false, false);
  }
}
