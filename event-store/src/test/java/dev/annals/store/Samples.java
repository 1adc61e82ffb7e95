package dev.annals.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Events that tests write. */
public final class Samples {
  private static final byte[] METADATA = "{\"k\":\"v\"}".getBytes(StandardCharsets.UTF_8);

  private Samples() {}

  public static NewEvent event(String name, String... tags) {
    return eventAt(Instant.now(), name, tags);
  }

  public static NewEvent eventAt(Instant at, String name, String... tags) {
    var payload = "{\"name\":\"%s\"}".formatted(name).getBytes(StandardCharsets.UTF_8);
    return new NewEvent(UUID.randomUUID(), at, name, "1", List.of(tags), METADATA, payload);
  }

  public static NewEvent sized(int payload, String... tags) {
    return new NewEvent(
        UUID.randomUUID(), Instant.now(), "sized", "1", List.of(tags), METADATA, new byte[payload]);
  }
}
