package dev.annals.query.upkeep;

/** The generation that was being filled is not the one to fill any more. */
final class Superseded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Superseded(Generation generation) {
    super(generation.schema() + " is not where it was left");
  }
}
