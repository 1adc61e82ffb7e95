package dev.annals.query.view;

/** Ends a long read because this process is about to end. */
final class Closing extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
