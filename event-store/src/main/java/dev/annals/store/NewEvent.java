package dev.annals.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/**
 * An event on its way into the log. Everything a database could object to is refused here, so that
 * a bad event never spoils the batch it would be written with.
 *
 * @param at business time, kept in microseconds
 * @param tags what decisions look events up by; kept sorted, each once
 * @param metadata final bytes of the circumstances; never rewritten
 * @param payload final bytes of the fact itself; never rewritten
 */
@SuppressWarnings(
    "ArrayRecordComponent") // Bytes are handed through as they are; nobody compares events.
public record NewEvent(
    UUID id,
    Instant at,
    String name,
    String version,
    List<String> tags,
    byte[] metadata,
    byte[] payload) {
  /** Most bytes of one event, so that its length fits into 16 bits wherever it is written down. */
  public static final int LARGEST = 65_535;

  /** Position, id, time and the number of tags; then four bytes of length before each field. */
  private static final int FRAME = 36;

  private static final int LENGTH = 4;
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("2255-01-01T00:00:00Z");

  public NewEvent {
    tags = tags.size() < 2 ? List.copyOf(tags) : List.copyOf(new TreeSet<>(tags));
    at = at.truncatedTo(ChronoUnit.MICROS);
    if (at.isBefore(EARLIEST) || !at.isBefore(LATEST)) {
      throw new IllegalArgumentException("the time of an event must be in 1970 to 2254");
    }
    int size = FRAME + 4 * LENGTH + metadata.length + payload.length;
    size += LogText.measure("the name of an event", name);
    size += LogText.measure("the version of an event", version);
    for (String tag : tags) {
      size += LENGTH + LogText.measure("a tag", tag);
    }
    if (size > LARGEST) {
      throw new IllegalArgumentException(
          "event %s takes %d bytes, more than %d".formatted(name, size, LARGEST));
    }
  }

  /** Roughly what this event weighs in a statement. */
  public int weight() {
    return metadata.length + payload.length + 256;
  }

  @Override
  public String toString() {
    return "NewEvent[" + name + " " + id + "]";
  }
}
