package dev.annals.command.compat.databrain;

import dev.annals.check.ForeignCheck;
import dev.annals.command.desk.Caller.Person;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Memory;
import dev.annals.command.desk.Problem;
import dev.annals.command.desk.Reply;
import dev.annals.session.TokenUse;
import java.util.Optional;
import java.util.function.BiFunction;

/** Lets in who shows an admin JWT that is good at this moment. */
public final class AdminJwt {
  private static final String SCHEME = "bearer ";

  private final ForeignCheck check;
  private final Memory memory;

  public AdminJwt(ForeignCheck check, Memory memory) {
    this.check = check;
    this.memory = memory;
  }

  /** What stands behind the scheme, which is written as one likes (RFC 9110, section 11.1). */
  static String bearer(Optional<String> authorization) {
    return authorization
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> header.substring(SCHEME.length()).strip())
        .orElseThrow(() -> Problem.unauthenticated("An access token is needed"));
  }

  /** Answers for whose token it is, under an exchange that names them. */
  Reply of(Exchange exchange, String token, BiFunction<Exchange, Person, Reply> answer) {
    return check
        .good(DatabrainSettings.FAMILY, TokenUse.ACCESS, token)
        .map(ForeignCheck.Good::person)
        .map(Person::of)
        .map(person -> answer.apply(exchange.by(person), person))
        .or(() -> recalled(exchange, token))
        .orElseThrow(() -> Problem.invalidToken("The access token is not valid"));
  }

  /** A repeated request may have ended the token it comes with; then its answer is still owed. */
  private Optional<Reply> recalled(Exchange exchange, String token) {
    return exchange.repeatable().isEmpty()
        ? Optional.empty()
        : check
            .remember(DatabrainSettings.FAMILY, TokenUse.ACCESS, token)
            .map(Person::of)
            .flatMap(person -> memory.recall(exchange.by(person)));
  }
}
