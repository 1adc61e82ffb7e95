package dev.annals.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.annals.crypto.DataKeyName;
import java.util.UUID;

/** Which account. A UUIDv7 (RFC 9562, section 5.7). */
public record AccountId(@JsonValue UUID value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AccountId {}

  public static AccountId parse(String text) {
    return new AccountId(UUID.fromString(text));
  }

  /** Under which key this person's data is sealed. */
  public DataKeyName dataKey() {
    return DataKeyName.account(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
