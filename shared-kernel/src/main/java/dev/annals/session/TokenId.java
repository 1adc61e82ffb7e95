package dev.annals.session;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Which token: the {@code jti} claim (RFC 7519, section 4.1.7). A UUIDv7 (RFC 9562, section 5.7).
 */
public record TokenId(@JsonValue UUID value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TokenId {}

  public static TokenId parse(String text) {
    return new TokenId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
