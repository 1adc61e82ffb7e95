package dev.annals.store;

/** Something happened that the append was conditioned on not happening: decide again. */
public final class AppendConflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Expected under contention, hence without a stack trace. */
  public AppendConflict(long position) {
    super("matching events were stored after position " + position, null, false, false);
  }
}
