package dev.annals.command.compat.datarhei;

import dev.annals.command.compat.LenientJson;
import dev.annals.command.compat.LenientJson.Fields;
import dev.annals.command.decision.Refusal;
import dev.annals.command.desk.Problem;
import dev.annals.command.gate.PasswordSignIn.Claim;
import dev.annals.command.http.Content;
import dev.annals.command.password.Password;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What somebody typed to log in. */
record Typed(String username, String password) {
  /** Go reads it as the character for what cannot be read. */
  private static final Pattern HALF_A_CHARACTER = Pattern.compile("\\p{Cs}");

  /** Empty unless the body says it is JSON and holds both, neither of them empty. */
  static Optional<Typed> in(Content content) {
    return content
        .contentType()
        .filter(type -> type.startsWith("application/json"))
        .map(_ -> LenientJson.read(content.body()))
        .filter(Fields.class::isInstance)
        .map(Fields.class::cast)
        .flatMap(Typed::in);
  }

  private static Optional<Typed> in(Fields fields) {
    var password = filled(fields, "password");
    return filled(fields, "username")
        .flatMap(username -> password.map(known -> new Typed(username, known)));
  }

  private static Optional<String> filled(Fields fields, String name) {
    return fields
        .textIgnoringCase(name)
        .filter(Predicate.not(String::isEmpty))
        .map(text -> HALF_A_CHARACTER.matcher(text).replaceAll("\ufffd"));
  }

  /** A password that nobody can have is refused as a wrong one is, whoever they say they are. */
  Claim claim() {
    try {
      return new Claim(username, new Password(password));
    } catch (IllegalArgumentException _) {
      throw Problem.of(Refusal.SIGN_IN_REFUSED);
    }
  }

  @Override
  public String toString() {
    return "Typed[…]";
  }
}
