package dev.annals.query.trail;

/**
 * The part of the trail that is read on.
 *
 * @param first the least position of it
 * @param last the greatest; what is appended later is no part of it
 * @param newestFirst in which order
 */
public record Stretch(long first, long last, boolean newestFirst) {
  /** What is left of it after an entry. */
  Stretch after(long position) {
    return newestFirst
        ? new Stretch(first, Math.min(last, position - 1), true)
        : new Stretch(Math.max(first, position + 1), last, false);
  }

  boolean isEmpty() {
    return first > last;
  }
}
