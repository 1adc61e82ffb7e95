package dev.annals.event;

import dev.annals.crypto.Sealed;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Who, for whom, from where and through what: carried by every fact, failures included.
 *
 * @param subject the account it was done to
 * @param address the client's address, sealed under the subject's data key or the strangers'
 * @param addressIndex by which the events from one address are found; events of the first versions
 *     have none
 * @param userAgent as sent, cut to 256 characters
 * @param family the API family it came through, such as {@code annals}
 * @param requestId names the HTTP request; also on the answer
 * @param correlationId names the whole exchange, as the caller sees it
 * @param causationId the event that led to this one, when that was not a request
 */
public record Circumstances(
    Actor actor,
    Optional<UUID> subject,
    Optional<Sealed> address,
    Optional<String> addressIndex,
    Optional<String> userAgent,
    String family,
    Optional<String> requestId,
    Optional<String> correlationId,
    Optional<UUID> causationId) {

  /** What Annals does of its own accord. */
  public static final Circumstances SYSTEM =
      new Circumstances(
          Actor.SYSTEM,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "annals",
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The form on disk: flat, sorted, nothing for what is absent. */
  public Map<String, String> toMetadata() {
    var metadata = new TreeMap<String, String>();
    metadata.put("actor", actor.value());
    metadata.put("family", family);
    subject.ifPresent(value -> metadata.put("subject", value.toString()));
    address.ifPresent(value -> metadata.put("address", value.text()));
    addressIndex.ifPresent(value -> metadata.put("address_index", value));
    userAgent.ifPresent(value -> metadata.put("user_agent", value));
    requestId.ifPresent(value -> metadata.put("request_id", value));
    correlationId.ifPresent(value -> metadata.put("correlation_id", value));
    causationId.ifPresent(value -> metadata.put("causation_id", value.toString()));
    return metadata;
  }

  public static Circumstances of(Map<String, String> metadata) {
    return new Circumstances(
        new Actor(metadata.getOrDefault("actor", Actor.SYSTEM.value())),
        Optional.ofNullable(metadata.get("subject")).map(UUID::fromString),
        Optional.ofNullable(metadata.get("address")).map(Sealed::new),
        Optional.ofNullable(metadata.get("address_index")),
        Optional.ofNullable(metadata.get("user_agent")),
        metadata.getOrDefault("family", "annals"),
        Optional.ofNullable(metadata.get("request_id")),
        Optional.ofNullable(metadata.get("correlation_id")),
        Optional.ofNullable(metadata.get("causation_id")).map(UUID::fromString));
  }
}
