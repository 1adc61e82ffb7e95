package dev.annals.installation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Which installation of Annals. A UUIDv7 (RFC 9562, section 5.7). */
public record InstallationId(@JsonValue UUID value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public InstallationId {}

  public static InstallationId parse(String text) {
    return new InstallationId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
