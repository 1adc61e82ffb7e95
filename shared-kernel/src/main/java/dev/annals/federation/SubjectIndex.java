package dev.annals.federation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A federated subject as the log knows it: a keyed hash, from which it cannot be read. */
public record SubjectIndex(@JsonValue String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SubjectIndex {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a subject index");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
