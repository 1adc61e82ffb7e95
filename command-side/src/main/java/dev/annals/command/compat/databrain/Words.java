package dev.annals.command.compat.databrain;

import dev.annals.command.desk.Reply;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers in the forms that Databrain gives them. */
final class Words {
  private Words() {}

  /** {@code {"error":{"message":…,"code":…}}}. */
  static Reply error(int status, String code, String message) {
    var error = new LinkedHashMap<String, Object>();
    error.put("message", message);
    error.put("code", code);
    return json(new Reply(status, Map.of(), Map.of("error", error)));
  }

  static Reply signedIn(String accessToken) {
    return data("accessToken", accessToken).uncached();
  }

  static Reply success() {
    return data("success", true);
  }

  /** Not wrapped in {@code data}, as the vendor's pages have it. */
  static Reply serviceToken(String token) {
    return json(Reply.ok(Map.of("key", token))).uncached();
  }

  private static Reply data(String name, Object value) {
    return json(Reply.ok(Map.of("data", Map.of(name, value))));
  }

  private static Reply json(Reply reply) {
    return reply.with("Content-Type", "application/json");
  }
}
