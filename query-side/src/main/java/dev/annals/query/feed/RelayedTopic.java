package dev.annals.query.feed;

import dev.annals.crypto.KeyedHash;
import java.util.function.Supplier;

/**
 * A topic, and what vouches for its records; the same for the relay and the feed.
 *
 * @param key {@link dev.annals.crypto.InstallationSecret#relayedRecords}; asked again after it
 *     threw
 */
public record RelayedTopic(KafkaSettings settings, Supplier<KeyedHash> key) {
  CloudEvents codec() {
    return new CloudEvents(settings.source(), key);
  }
}
