package dev.annals.standalone.fault.client;

import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** What a client hears of a request. */
public sealed interface Heard {
  /** Somebody answered. */
  record Answer(
      int status,
      OptionalLong position,
      boolean replayed,
      Optional<String> retryAfter,
      JsonNode body)
      implements Heard {
    public boolean isUnavailable() {
      return status == 503;
    }

    /** The one answer after which the events may or may not be in the log. */
    public boolean leavesOpen() {
      return isUnavailable() && text("detail").contains("may or may not");
    }

    public String text(String field) {
      return body.path(field).asString("");
    }

    /** Bodies of successes hold tokens. */
    @Override
    public String toString() {
      return status < 300 ? "a " + status + " at " + position : status + " " + body;
    }
  }

  /** Nobody was there to send it to. */
  record NotSent() implements Heard {}

  /** It was sent, and the connection ended before an answer. */
  record Lost(String why) implements Heard {}

  /** It was sent, and nothing came for as long as anybody would wait. */
  record TimedOut() implements Heard {}
}
