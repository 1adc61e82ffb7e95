package dev.annals.store;

/**
 * A stretch of the log.
 *
 * @param after the last position that is not part of it
 * @param upTo the last position that is
 * @param limit at most so many events
 */
public record Range(long after, long upTo, int limit) {
  public Range {
    if (limit < 1) {
      throw new IllegalArgumentException("a range of no events");
    }
  }

  public static Range after(long position) {
    return new Range(position, Long.MAX_VALUE, Integer.MAX_VALUE);
  }

  public Range upTo(long position) {
    return new Range(after, position, limit);
  }

  public Range limit(int most) {
    return new Range(after, upTo, most);
  }

  public boolean isLimited() {
    return limit != Integer.MAX_VALUE;
  }
}
