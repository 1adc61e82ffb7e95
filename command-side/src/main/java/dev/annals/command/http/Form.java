package dev.annals.command.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.annals.command.desk.Problem;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The body of a form post. Only the body: a token in a query string would end up in logs (RFC 7662,
 * section 4).
 */
public record Form(Map<String, String> fields) {
  /** Reads {@code application/x-www-form-urlencoded}; a field given twice is refused (RFC 6749). */
  static Form parse(String body) {
    var fields = new HashMap<String, String>();
    for (var pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0
          && fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)))
              != null) {
        throw Problem.field(
            Printable.cut(decoded(pair.substring(0, equals)), 64), "is given twice");
      }
    }
    return new Form(fields);
  }

  /** Goes on only with a field that is there and not empty. */
  public String required(String name) {
    return Optional.ofNullable(fields.get(name))
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> Problem.field(name, "is missing"));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException _) {
      throw Problem.field("body", "must be form-urlencoded");
    }
  }

  @Override
  public String toString() {
    return "Form" + fields.keySet();
  }
}
