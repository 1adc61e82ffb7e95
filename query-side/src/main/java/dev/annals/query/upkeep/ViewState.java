package dev.annals.query.upkeep;

import java.util.Optional;

/**
 * How a view is doing.
 *
 * @param generation which filling of its tables is asked; 0 for none yet
 * @param position how far it has read the log; -1 while it cannot be asked
 * @param head how far the log goes
 * @param error what stops it or keeps it waiting; never what an event holds
 * @param build the build that is under way, or the last one
 */
public record ViewState(
    String name,
    int version,
    Phase phase,
    int generation,
    long position,
    long head,
    Optional<String> error,
    Optional<Progress> build) {

  /** What a view is doing. */
  public enum Phase {
    /** It is built for the first time and cannot be asked. */
    BUILDING,
    /** It follows the log. */
    FOLLOWING,
    /** Another process follows the log with it; this one answers. */
    STANDING_BY,
    /**
     * An event cannot be applied, or the log is another one: it answers as of before, until that is
     * mended.
     */
    STOPPED,
    /** Its database or the log cannot be reached, or the log is behind; it goes on by itself. */
    WAITING
  }
}
