package dev.annals.command.api;

import dev.annals.account.Login;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Reply;
import dev.annals.command.federation.FederatedSignIn;
import dev.annals.command.gate.Issuer;
import dev.annals.command.gate.PairIssuer;
import dev.annals.command.gate.PasswordSignIn;
import dev.annals.command.gate.Refreshing;
import dev.annals.command.password.Password;
import dev.annals.command.token.TokenMint;
import dev.annals.command.token.TokenPair;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Begins and prolongs sessions. */
@RestController
final class SignInEndpoint {
  private final PasswordSignIn signIn;
  private final FederatedSignIn federated;
  private final Refreshing refreshing;
  private final Issuer issuer;

  SignInEndpoint(
      PasswordSignIn signIn, FederatedSignIn federated, Refreshing refreshing, TokenMint mint) {
    this.signIn = signIn;
    this.federated = federated;
    this.refreshing = refreshing;
    this.issuer = new PairIssuer(mint, SignInEndpoint::answer);
  }

  record SignIn(Login login, Password password) {}

  @PostMapping("/v1/sign-in")
  ResponseEntity<Object> signIn(@RequestBody SignIn body, Exchange exchange) {
    var claim = new PasswordSignIn.Claim(body.login().value(), body.password());
    return signIn.signIn(exchange, claim, issuer).entity();
  }

  /** A token of an issuer that is trusted here: what it says of its bearer is believed. */
  record Federated(String token) {
    @Override
    public String toString() {
      return "Federated[…]";
    }
  }

  @PostMapping("/v1/federated-sign-in")
  ResponseEntity<Object> federated(@RequestBody Federated body, Exchange exchange) {
    return federated.signIn(exchange, body.token(), _ -> issuer).entity();
  }

  record Refresh(String refreshToken) {
    @Override
    public String toString() {
      return "Refresh[…]";
    }
  }

  @PostMapping("/v1/refresh-token")
  ResponseEntity<Object> refresh(@RequestBody Refresh body, Exchange exchange) {
    return refreshing.refresh(exchange, body.refreshToken(), SignInEndpoint::answer).entity();
  }

  private static Reply answer(TokenPair pair) {
    return Reply.ok(pair).uncached();
  }
}
