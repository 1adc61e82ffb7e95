package dev.annals.query.upkeep;

import java.util.Optional;

/**
 * How far a build of a view is.
 *
 * @param position how far it has read the log
 * @param head how far the log goes
 * @param eventsPerSecond since this process began to build
 * @param error why it failed, if it did
 */
public record Progress(
    String view,
    State state,
    long position,
    long head,
    long eventsPerSecond,
    Optional<String> error) {

  /** The stages of a build, in order. */
  public enum State {
    /** The database or the log cannot be reached, or it has not begun. */
    WAITING,
    /** Reading the log from the beginning. */
    FILLING,
    /** Making the indexes that questions need. */
    INDEXING,
    /** Reading what has happened meanwhile. */
    CATCHING_UP,
    /** Questions are asked of what was built. */
    DONE,
    /** An event cannot be applied; whatever was asked before still is. */
    FAILED,
    /** Another process is at it. */
    ELSEWHERE
  }

  /** How much of the log has been read, in percent. */
  public int percent() {
    return state == State.DONE || head <= 0 ? 100 : Math.clamp(100 * position / head, 0, 100);
  }

  Progress at(State other, long reached) {
    return new Progress(view, other, reached, Math.max(head, reached), eventsPerSecond, error);
  }

  /** Whether this build is over, well or not. */
  public boolean isOver() {
    return switch (state) {
      case DONE, FAILED -> true;
      case WAITING, FILLING, INDEXING, CATCHING_UP, ELSEWHERE -> false;
    };
  }
}
