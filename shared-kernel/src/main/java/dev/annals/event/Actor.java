package dev.annals.event;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Who did it.
 *
 * @param value {@code account:<uuid>}, {@code api-key:<uuid>}, {@code anonymous} or {@code system}
 */
public record Actor(String value) {
  private static final Pattern SHAPE =
      Pattern.compile("anonymous|system|(account|api-key):[0-9a-f-]{36}");

  /** Somebody who has not shown who they are. */
  public static final Actor ANONYMOUS = new Actor("anonymous");

  /** Annals itself: founding, counting, expiring. */
  public static final Actor SYSTEM = new Actor("system");

  public Actor {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not an actor");
    }
  }

  public static Actor account(UUID account) {
    return new Actor("account:" + account);
  }

  public static Actor apiKey(UUID key) {
    return new Actor("api-key:" + key);
  }

  @Override
  public String toString() {
    return value;
  }
}
