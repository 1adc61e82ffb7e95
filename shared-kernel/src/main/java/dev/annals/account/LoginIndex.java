package dev.annals.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A login as the log knows it: its blind index, from which the login cannot be read. */
public record LoginIndex(@JsonValue String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public LoginIndex {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a login index");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
