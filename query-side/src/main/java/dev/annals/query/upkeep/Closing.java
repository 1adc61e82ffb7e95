package dev.annals.query.upkeep;

/** Ends a long read because this process is about to end. */
final class Closing extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
