package dev.annals.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * An event as the log holds it, at its position in the one total order.
 *
 * @param position 1 for the first event ever; no gaps
 */
@SuppressWarnings(
    "ArrayRecordComponent") // Bytes are handed through as they are; nobody compares events.
public record StoredEvent(
    long position,
    UUID id,
    Instant at,
    String name,
    String version,
    List<String> tags,
    byte[] metadata,
    byte[] payload) {
  /** What {@code event} became when it was stored. */
  public static StoredEvent at(long position, NewEvent event) {
    return new StoredEvent(
        position,
        event.id(),
        event.at(),
        event.name(),
        event.version(),
        event.tags(),
        event.metadata(),
        event.payload());
  }

  /** Whether both say the same, to the byte. */
  public boolean isSameAs(StoredEvent other) {
    return position == other.position
        && id.equals(other.id)
        && at.equals(other.at)
        && name.equals(other.name)
        && version.equals(other.version)
        && tags.equals(other.tags)
        && Arrays.equals(metadata, other.metadata)
        && Arrays.equals(payload, other.payload);
  }

  @Override
  public String toString() {
    return "StoredEvent[" + position + " " + name + " " + id + "]";
  }
}
