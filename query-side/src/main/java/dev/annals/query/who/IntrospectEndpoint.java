package dev.annals.query.who;

import dev.annals.query.http.Asker;
import dev.annals.query.http.Asks;
import dev.annals.query.http.Asks.Who;
import dev.annals.query.http.Parameters;
import dev.annals.query.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells programs whether a token is good (RFC 7662), as the command side does; where both run in
 * one process, that one answers.
 */
@RestController
@ConditionalOnMissingClass("dev.annals.command.AnnalsCommandSide")
final class IntrospectEndpoint {
  private final Tokens tokens;

  IntrospectEndpoint(Tokens tokens) {
    this.tokens = tokens;
  }

  @PostMapping(value = "/oauth2/introspect", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  @Asks(
      who = Who.ANYONE,
      parameters = {"token", "token_type_hint"},
      lenient = true)
  Map<String, Object> introspect(Parameters form, Asker asker, HttpServletRequest request) {
    programOrAdministrator(asker);
    bodyOnly(request);
    var token = form.text("token").filter(text -> !text.isEmpty());
    return tokens.introspect(token.orElseThrow(() -> Problem.field("token", "is missing")));
  }

  private static void programOrAdministrator(Asker asker) {
    if (asker.session().isPresent()) {
      asker.mustAdminister();
    }
  }

  /** A token in a query string would end up in logs (RFC 7662, section 4). */
  private static void bodyOnly(HttpServletRequest request) {
    if (request.getQueryString() != null) {
      throw Problem.field("query", "must be empty: what is asked goes into the body");
    }
  }
}
