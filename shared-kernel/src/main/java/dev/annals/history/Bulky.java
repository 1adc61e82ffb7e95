package dev.annals.history;

/**
 * A state that can take the room of several usual ones, which whoever keeps states reckons with.
 */
public interface Bulky {
  /** How many usual states it takes the room of, at least 1. */
  int bulk();
}
