package dev.annals.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.annals.account.AccountId;
import dev.annals.crypto.NamedUuid;
import java.util.UUID;

/**
 * Which API key; not a secret. A UUIDv7 (RFC 9562, section 5.7), or a UUIDv8 (section 5.8) where an
 * account has but one key of a kind.
 */
public record ApiKeyId(@JsonValue UUID value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ApiKeyId {}

  public static ApiKeyId parse(String text) {
    return new ApiKeyId(UUID.fromString(text));
  }

  /** The one key of this kind that the account has, or may have. */
  public static ApiKeyId of(AccountId account, KeyKind kind) {
    if (!kind.isSingle()) {
      throw new IllegalArgumentException("an account has many keys of the kind " + kind);
    }
    return new ApiKeyId(NamedUuid.of("api-key", account.toString(), kind.text()));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
