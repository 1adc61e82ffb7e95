package dev.annals.query.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.annals.crypto.Base64Url;
import dev.annals.crypto.KeyedHash;
import dev.annals.store.StoredEvent;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Vouches for an event at its position: all that a copy holds of it, as nobody can who does not
 * know the installation's secret (HMAC-SHA-256, its first 128 bits).
 */
final class RecordMac {
  private static final int POSITION_ID_AND_TIME = 4 * Long.BYTES;

  private final KeyedHash key;

  RecordMac(KeyedHash key) {
    this.key = key;
  }

  String of(StoredEvent event) {
    return Base64Url.encode(key.tag(parts(event)));
  }

  boolean isOf(StoredEvent event, String mac) {
    return Base64Url.decode(mac).filter(tag -> key.isTag(tag, parts(event))).isPresent();
  }

  /** The tags come last: however many they are, no part can be taken for another one. */
  private static List<byte[]> parts(StoredEvent event) {
    var parts = new ArrayList<byte[]>(5 + event.tags().size());
    parts.add(head(event));
    parts.add(event.name().getBytes(UTF_8));
    parts.add(event.version().getBytes(UTF_8));
    parts.add(event.metadata());
    parts.add(event.payload());
    event.tags().forEach(tag -> parts.add(tag.getBytes(UTF_8)));
    return parts;
  }

  private static byte[] head(StoredEvent event) {
    return ByteBuffer.allocate(POSITION_ID_AND_TIME)
        .putLong(event.position())
        .putLong(event.id().getMostSignificantBits())
        .putLong(event.id().getLeastSignificantBits())
        .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, event.at()))
        .array();
  }
}
