package dev.annals.command.api;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every password, token and key that went over the wire in this JVM, so that they can be looked for
 * where they must not be.
 */
final class Secrets {
  private static final int SHORTEST = 12;
  private static final Set<String> NAMES =
      Set.of(
          "password",
          "current_password",
          "new_password",
          "one_time_password",
          "access_token",
          "refresh_token",
          "api_key",
          "secret");
  private static final Set<String> ENDS = ConcurrentHashMap.newKeySet();

  private Secrets() {}

  /** What is shorter could be anywhere by chance. */
  static void note(String secret) {
    if (secret.length() >= SHORTEST) {
      var _ = ENDS.add(secret.substring(secret.length() - SHORTEST));
    }
  }

  static void noteThoseIn(Map<String, Object> fields) {
    NAMES.forEach(name -> {
      if (fields.get(name) instanceof String secret) {
        note(secret);
      }
    });
  }

  static void noteThoseIn(Answer answer) {
    if (answer.status() < 300 && answer.text().startsWith("{")) {
      var body = answer.json();
      NAMES.forEach(name -> {
        if (body.path(name).isString()) {
          note(body.path(name).asString());
        }
      });
    }
  }

  /**
   * The end of a secret found in a text: ends are compared because tokens all begin alike.
   *
   * @return a name for the one that was found, not the secret itself
   */
  static Optional<String> foundIn(String text) {
    for (int i = 0; i + SHORTEST <= text.length(); i++) {
      var window = text.substring(i, i + SHORTEST);
      if (ENDS.contains(window)) {
        int from = Math.max(0, i - 120);
        return Optional.of("…" + text.substring(from, i) + "<a secret>");
      }
    }
    return Optional.empty();
  }
}
