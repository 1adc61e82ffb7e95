package dev.annals.crypto;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Whose data a data key protects: one account, the strangers of one month, or the installation.
 * Forgetting the key forgets what was sealed under it.
 *
 * @param value {@code account:<uuid>}, {@code strangers:<yyyy-MM>} or {@code kek}
 */
public record DataKeyName(@JsonValue String value) {
  private static final Pattern SHAPE =
      Pattern.compile("kek|account:[0-9a-f-]{36}|strangers:\\d{4}-\\d{2}");

  /** Sealed under the key-encryption key itself: signing keys and the installation's secret. */
  public static final DataKeyName KEK = new DataKeyName("kek");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public DataKeyName {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a data key name");
    }
  }

  public static DataKeyName account(UUID account) {
    return new DataKeyName("account:" + account);
  }

  /** People we know nothing of but an address; their key can be dropped a month at a time. */
  public static DataKeyName strangers(Instant at) {
    return new DataKeyName("strangers:" + YearMonth.from(at.atOffset(ZoneOffset.UTC)));
  }

  /** Whether it is one person's, and therefore made once and never made again. */
  boolean isAccount() {
    return value.startsWith("account:");
  }

  @Override
  public String toString() {
    return value;
  }
}
