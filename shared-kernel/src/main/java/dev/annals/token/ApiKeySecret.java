package dev.annals.token;

import dev.annals.client.ApiKeyId;
import dev.annals.crypto.Base64Url;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.SecretHash;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/**
 * What a program shows to prove which API key it holds: {@code ank_} and then, in base64url, the
 * key's id and 256 random bits.
 */
public final class ApiKeySecret {
  private static final String PREFIX = "ank_";
  private static final int RANDOM_BYTES = 32;
  private static final int BYTES = 16 + RANDOM_BYTES;

  private final ApiKeyId key;
  private final String text;

  private ApiKeySecret(ApiKeyId key, String text) {
    this.key = key;
    this.text = text;
  }

  public static ApiKeySecret mint(ApiKeyId key, Randomness randomness) {
    byte[] bytes =
        ByteBuffer.allocate(BYTES)
            .putLong(key.value().getMostSignificantBits())
            .putLong(key.value().getLeastSignificantBits())
            .put(randomness.bytes(RANDOM_BYTES))
            .array();
    return new ApiKeySecret(key, PREFIX + Base64Url.encode(bytes));
  }

  /** Empty for anything of another shape; whether it is good, its hash tells. */
  public static Optional<ApiKeySecret> parse(String text) {
    return Prefixed.bytes(PREFIX, BYTES, text)
        .map(ByteBuffer::wrap)
        .map(fields -> read(fields, text));
  }

  private static ApiKeySecret read(ByteBuffer fields, String text) {
    return new ApiKeySecret(new ApiKeyId(new UUID(fields.getLong(), fields.getLong())), text);
  }

  public ApiKeyId key() {
    return key;
  }

  /** What the log keeps of it. */
  public SecretHash hash() {
    return SecretHash.of(text);
  }

  /** The secret itself, to be shown once. */
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "ApiKeySecret[" + key + "]";
  }
}
