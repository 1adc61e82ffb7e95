package dev.annals.command.compat.datarhei;

import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Problem;
import dev.annals.command.desk.Reply;
import dev.annals.command.federation.FederatedSignIn;
import dev.annals.command.federation.FederatedTokens;
import dev.annals.command.federation.TrustedIssuer;
import dev.annals.command.gate.PasswordSignIn;
import dev.annals.command.http.Content;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * By what one may log in. The first method that a request has everything for decides alone, in the
 * order in which they are advertised.
 */
@Component
@ConditionalOnProperty("annals.compat.datarhei.enabled")
final class LoginMethods {
  private static final String BEARER = "Bearer ";

  private final DatarheiSettings settings;
  private final PasswordSignIn passwords;
  private final FederatedSignIn federated;
  private final FederatedTokens trusted;
  private final CoreTokens tokens;
  private final CoreIssuer local;

  LoginMethods(
      DatarheiSettings settings,
      PasswordSignIn passwords,
      FederatedSignIn federated,
      FederatedTokens trusted,
      CoreTokens tokens,
      Subjects subjects) {
    this.settings = settings;
    this.passwords = passwords;
    this.federated = federated;
    this.trusted = trusted;
    this.tokens = tokens;
    this.local = new CoreIssuer(tokens, subjects::of);
  }

  /** As {@code auths} has them; some clients look no further than the first. */
  List<String> names() {
    return settings.auth()
        ? Stream.concat(Stream.of("localjwt"), trusted.issuers().stream().map(LoginMethods::name))
            .toList()
        : List.of();
  }

  private static String name(TrustedIssuer issuer) {
    return "auth0 domain=%s audience=%s clientid=%s"
        .formatted(issuer.domain(), issuer.audience(), issuer.clientId().orElse(""));
  }

  /** A no is an answer here like any other: what becomes of it is not settled yet. */
  Reply login(Exchange exchange, Content content, List<String> authorization) {
    try {
      return Typed.in(content)
          .map(typed -> passwords.signIn(exchange, typed.claim(), local))
          .or(() -> bearer(authorization).map(token -> byToken(exchange, token)))
          .orElseThrow(CoreProblems::noCredentials);
    } catch (Problem told) {
      return exchange.tell(told);
    }
  }

  /** The scheme to the letter, and a token that says it is of somebody we trust. */
  private Optional<String> bearer(List<String> authorization) {
    return authorization.stream()
        .filter(line -> line.startsWith(BEARER))
        .map(line -> line.substring(BEARER.length()))
        .filter(trusted::namesTrusted)
        .findFirst();
  }

  private Reply byToken(Exchange exchange, String token) {
    return federated.signIn(
        exchange, token, proven -> new CoreIssuer(tokens, _ -> proven.subject().value()));
  }
}
