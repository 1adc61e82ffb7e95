package dev.annals.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** What the owner calls an API key, to know it again in a list. Not for personal data. */
public record KeyName(@JsonValue String value) {
  private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._:/-]{0,99}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public KeyName {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "must have 1 to 100 letters, digits, spaces or . _ : / -, beginning with a letter or digit");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
