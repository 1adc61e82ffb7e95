package dev.annals.query.upkeep;

/**
 * The log is not the one that a view was filled from: to read on would mix two histories. It may
 * also be the right one and not yet as far, as on a replica; the next looks tell.
 */
final class OtherLog extends Halt {
  private static final long serialVersionUID = 1L;
  private static final String MEND =
      " Rebuild the view from the log as it is now, or point this process at the right log";

  private final boolean early;

  private OtherLog(String why, boolean early) {
    super(why + MEND);
    this.early = early;
  }

  /** Not the event that was read there. */
  static OtherLog at(long position) {
    return new OtherLog(
        ("position %d of the log holds another event than the one this view has read there: it was"
                + " restored to an earlier moment and has gone on from there, or is the log of"
                + " another installation.")
            .formatted(position),
        false);
  }

  /** No event there. */
  static OtherLog endsBefore(long position) {
    return new OtherLog(
        ("the log ends before position %d, up to which this view has read: it was restored to an"
                + " earlier moment, or it is read from a replica that is behind.")
            .formatted(position),
        true);
  }

  /** Whether what is missing may still arrive. */
  boolean isMaybeBehind() {
    return early;
  }
}
