package dev.annals.command.compat.databrain;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.annals.command.desk.Reply;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers in the forms that Databrain gives them. */
final class Replies {
  private Replies() {}

  /** What is answered; it may hold a token, and whoever logs answers is not told. */
  private record Body(@JsonValue Map<String, Object> fields) {
    @Override
    public String toString() {
      return "Body[…]";
    }
  }

  /** {@code {"error":{"message":…,"code":…}}}. */
  static Reply error(int status, String code, String message) {
    var error = new LinkedHashMap<String, Object>();
    error.put("message", message);
    error.put("code", code);
    return json(status, Map.of("error", error));
  }

  static Reply signedIn(String accessToken) {
    return data("accessToken", accessToken).uncached();
  }

  static Reply success() {
    return data("success", true);
  }

  /** Not wrapped in {@code data}, as the vendor's pages have it. */
  static Reply serviceToken(String token) {
    return json(200, Map.of("key", token)).uncached();
  }

  private static Reply data(String name, Object value) {
    return json(200, Map.of("data", Map.of(name, value)));
  }

  private static Reply json(int status, Map<String, Object> fields) {
    return new Reply(status, Map.of("Content-Type", "application/json"), new Body(fields));
  }
}
