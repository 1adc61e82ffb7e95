package dev.annals.event;

import java.util.Optional;
import java.util.UUID;

/**
 * Who did it.
 *
 * @param value {@code account:<uuid>}, {@code api-key:<uuid>}, {@code anonymous} or {@code system}
 */
public record Actor(String value) {
  private static final String ACCOUNT = "account";
  private static final String API_KEY = "api-key";
  private static final int UUID_LENGTH = 36;

  /** Somebody who has not shown who they are. */
  public static final Actor ANONYMOUS = new Actor("anonymous");

  /** Annals itself: founding, counting, expiring. */
  public static final Actor SYSTEM = new Actor("system");

  public Actor {
    if (!isShaped(value)) {
      throw new IllegalArgumentException("not an actor");
    }
  }

  public static Actor account(UUID account) {
    return new Actor(ACCOUNT + ":" + account);
  }

  public static Actor apiKey(UUID key) {
    return new Actor(API_KEY + ":" + key);
  }

  /** What kind of one: {@code account}, {@code api-key}, {@code anonymous} or {@code system}. */
  public String kind() {
    int colon = value.indexOf(':');
    return colon < 0 ? value : value.substring(0, colon);
  }

  /** Which one, of the kinds of which there are several. */
  public Optional<UUID> id() {
    int colon = value.indexOf(':');
    return colon < 0 ? Optional.empty() : Optional.of(UUID.fromString(value.substring(colon + 1)));
  }

  private static boolean isShaped(String value) {
    int colon = value.indexOf(':');
    return colon < 0
        ? value.equals("anonymous") || value.equals("system")
        : (value.startsWith(ACCOUNT + ":") || value.startsWith(API_KEY + ":"))
            && isUuid(value, colon + 1);
  }

  /** By hand: actors are read with every event of a replay. */
  private static boolean isUuid(String value, int from) {
    if (value.length() != from + UUID_LENGTH) {
      return false;
    }
    for (int i = 0; i < UUID_LENGTH; i++) {
      char c = value.charAt(from + i);
      boolean isDash = i == 8 || i == 13 || i == 18 || i == 23;
      if (isDash ? c != '-' : !(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return value;
  }
}
