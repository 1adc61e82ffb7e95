package dev.annals.token;

import dev.annals.account.AccountId;
import dev.annals.crypto.Base64Url;
import dev.annals.crypto.KeyedHash;
import dev.annals.crypto.Randomness;
import dev.annals.session.SessionId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * Mints refresh tokens and knows its own: {@code anr_} and then, in base64url, session, account,
 * generation, 128 random bits and a 128-bit MAC over all of that.
 */
public final class RefreshTokens {
  private static final String PREFIX = "anr_";
  private static final int RANDOM_BYTES = 16;
  private static final int SIGNED_BYTES = 16 + 16 + Integer.BYTES + RANDOM_BYTES;
  private static final int BYTES = SIGNED_BYTES + 16;

  private final KeyedHash key;
  private final Randomness randomness;

  public RefreshTokens(KeyedHash key, Randomness randomness) {
    this.key = key;
    this.randomness = randomness;
  }

  public RefreshToken mint(SessionId session, AccountId account, int generation) {
    if (generation < 0) {
      throw new IllegalArgumentException("a generation is not negative");
    }
    ByteBuffer signed = ByteBuffer.allocate(SIGNED_BYTES);
    put(signed, session.value());
    put(signed, account.value());
    signed.putInt(generation).put(randomness.bytes(RANDOM_BYTES));
    byte[] token = Arrays.copyOf(signed.array(), BYTES);
    System.arraycopy(key.tag(signed.array()), 0, token, SIGNED_BYTES, BYTES - SIGNED_BYTES);
    return new RefreshToken(session, account, generation, PREFIX + Base64Url.encode(token));
  }

  /** Empty for whatever was not minted here, or with our key elsewhere. */
  public Optional<RefreshToken> parse(String text) {
    return Prefixed.bytes(PREFIX, BYTES, text).filter(this::isOurs).map(bytes -> read(bytes, text));
  }

  private boolean isOurs(byte[] bytes) {
    byte[] signed = Arrays.copyOf(bytes, SIGNED_BYTES);
    return key.isTag(Arrays.copyOfRange(bytes, SIGNED_BYTES, BYTES), signed);
  }

  private static RefreshToken read(byte[] bytes, String text) {
    ByteBuffer fields = ByteBuffer.wrap(bytes);
    SessionId session = new SessionId(new UUID(fields.getLong(), fields.getLong()));
    AccountId account = new AccountId(new UUID(fields.getLong(), fields.getLong()));
    return new RefreshToken(session, account, fields.getInt(), text);
  }

  private static void put(ByteBuffer buffer, UUID uuid) {
    buffer.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
  }
}
