package dev.annals.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a key is for, and with that, what its secrets look like. */
public enum KeyKind {
  /** Opens our own API; an account has as many as it likes. */
  API_KEY("api_key"),
  /** A UUID that the client may choose; an account has one. */
  SERVICE_TOKEN("service_token"),
  /** A UUID that is shown besides a password; an account has one. */
  PRIVATE_TOKEN("private_token");

  private final String text;

  KeyKind(String text) {
    this.text = text;
  }

  @JsonCreator
  public static KeyKind of(String text) {
    for (var kind : values()) {
      if (kind.text.equals(text)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("must be api_key, service_token or private_token");
  }

  /** On disk and on the wire. */
  @JsonValue
  public String text() {
    return text;
  }

  /** Whether an account has at most one, whose id follows from the account. */
  public boolean isSingle() {
    return this != API_KEY;
  }

  @Override
  public String toString() {
    return text;
  }
}
