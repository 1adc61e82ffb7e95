package dev.annals.session;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Through which API a session began: our own or one of the foreign families. */
public record Family(@JsonValue String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  /** Our own API. */
  public static final Family ANNALS = new Family("annals");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Family {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not an API family");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
