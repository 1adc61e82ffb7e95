package dev.annals.query.making;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What sort of token it is, or looks like. */
public enum Kind {
  ACCESS_TOKEN,
  REFRESH_TOKEN,
  FOREIGN_ACCESS_TOKEN,
  FOREIGN_REFRESH_TOKEN,
  API_KEY,
  SERVICE_TOKEN,
  PRIVATE_TOKEN,
  UNKNOWN;

  @JsonValue
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
