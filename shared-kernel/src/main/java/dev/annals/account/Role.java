package dev.annals.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** What an account may do beyond its own affairs. */
public record Role(@JsonValue String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9._-]{0,63}");

  /** May administer accounts, keys and sessions of others. */
  public static final Role ADMIN = new Role("admin");

  /** May read the log. */
  public static final Role AUDITOR = new Role("auditor");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Role {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "must be 1 to 64 of a-z, 0-9, dot, underscore and hyphen, beginning with a letter");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
