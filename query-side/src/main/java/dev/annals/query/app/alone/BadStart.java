package dev.annals.query.app.alone;

/** A setting with which nothing can begin; the message names it and quotes no secret. */
final class BadStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadStart(String message) {
    super(message);
  }
}
