package dev.annals.command.compat.mainbrainer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.annals.command.compat.LenientJson;
import dev.annals.command.compat.LenientJson.Absent;
import dev.annals.command.compat.LenientJson.Fields;
import dev.annals.command.compat.LenientJson.Malformed;
import dev.annals.command.desk.Problem;
import dev.annals.command.gate.PasswordSignIn.Claim;
import dev.annals.command.password.Password;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A request for a token, its fields spelled in any case. */
record TokenRequest(Claim claim, Validity validity) {
  static TokenRequest read(byte[] body) {
    return switch (LenientJson.read(body)) {
      case Fields fields -> of(fields);
      case Absent _, Malformed _ -> throw invalid(400, "The body must be a JSON object.");
    };
  }

  private static TokenRequest of(Fields fields) {
    var userName = needed(fields, "userName");
    var password = password(needed(fields, "password"));
    var privateToken = needed(fields, "privateToken");
    var claim = new Claim(userName, password, Optional.of(privateToken));
    return new TokenRequest(claim, validity(fields));
  }

  private static String needed(Fields fields, String name) {
    return text(fields, name).orElseThrow(() -> invalid(400, name + " is missing."));
  }

  /** Null and the empty text are as good as nothing. */
  private static Optional<String> text(Fields fields, String name) {
    return fields
        .getIgnoringCase(name)
        .filter(value -> !value.isNull())
        .map(value -> text(value, name))
        .filter(text -> !text.isEmpty());
  }

  /** JSON has a spelling for halves of characters as well; nobody is called by one. */
  private static String text(JsonNode value, String name) {
    if (!value.isString() || !UTF_8.newEncoder().canEncode(value.stringValue())) {
      throw invalid(422, name + " must be a string.");
    }
    return value.stringValue();
  }

  private static Password password(String typed) {
    try {
      return new Password(typed);
    } catch (IllegalArgumentException _) {
      throw invalid(422, "password is nothing that could be one.");
    }
  }

  /** Not by number: no number is published, and a wrong guess would last ten years. */
  private static Validity validity(Fields fields) {
    return text(fields, "validity")
        .map(text ->
            Validity.named(text)
                .orElseThrow(
                    () -> invalid(422, "validity must be Default, ShortLive or LongLive.")))
        .orElse(Validity.DEFAULT);
  }

  private static Problem invalid(int status, String detail) {
    return Problem.of(status, "invalid-request", detail);
  }
}
