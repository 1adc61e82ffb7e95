package dev.annals.command.compat.databrain;

import dev.annals.command.compat.LenientJson;
import dev.annals.command.compat.LenientJson.Absent;
import dev.annals.command.compat.LenientJson.Fields;
import dev.annals.command.compat.LenientJson.Malformed;
import dev.annals.command.desk.Problem;
import dev.annals.command.http.Content;
import dev.annals.command.password.Password;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A body whose fields are read one after the other; the first that does not pass is told of, in
 * Joi's words. Fields that nobody asks for are welcome.
 */
final class JoiBody {
  private static final String JSON = "application/json";
  private static final int LONGEST_PASSWORD = 4096;

  private final Fields fields;

  private JoiBody(Fields fields) {
    this.fields = fields;
  }

  static JoiBody of(Content content) {
    if (content.body().length > 0 && !isJson(content.contentType().orElse(""))) {
      throw Problem.field("Content-Type", "must be application/json");
    }
    return switch (LenientJson.read(content.body())) {
      case Fields fields -> new JoiBody(fields);
      case Absent _ -> new JoiBody(new Fields(Map.of()));
      case Malformed _ -> throw Problem.field("value", "must be of type object");
    };
  }

  private static boolean isJson(String contentType) {
    int end = contentType.indexOf(';');
    var type = end < 0 ? contentType : contentType.substring(0, end);
    return type.strip().equalsIgnoreCase(JSON);
  }

  JsonNode required(String name) {
    return fields.get(name).orElseThrow(() -> Problem.field(name, "is required"));
  }

  /** A string that is not empty. */
  String text(String name) {
    var value = required(name);
    if (!value.isString()) {
      throw Problem.field(name, "must be a string");
    }
    if (value.stringValue().isEmpty()) {
      throw Problem.field(name, "is not allowed to be empty");
    }
    return value.stringValue();
  }

  /** A string of this many characters, as JavaScript counts them. */
  String text(String name, int shortest, int longest) {
    var text = text(name);
    if (text.length() < shortest) {
      throw Problem.field(name, "length must be at least " + shortest + " characters long");
    }
    if (text.length() > longest) {
      throw tooLong(name, longest);
    }
    return text;
  }

  String email(String name) {
    var text = text(name);
    if (!Email.isOne(text)) {
      throw Problem.field(name, "must be a valid email");
    }
    return text;
  }

  /** Any password that can be compared. */
  Password password(String name) {
    var typed = text(name);
    if (typed.length() > LONGEST_PASSWORD) {
      throw tooLong(name, LONGEST_PASSWORD);
    }
    try {
      return new Password(typed);
    } catch (IllegalArgumentException _) {
      throw invalid(name);
    }
  }

  static Problem invalid(String name) {
    return Problem.field(name, "contains an invalid value");
  }

  private static Problem tooLong(String name, int longest) {
    return Problem.field(
        name, "length must be less than or equal to " + longest + " characters long");
  }

  @Override
  public String toString() {
    return "JoiBody[…]";
  }
}
