package dev.annals.command.compat.mainbrainer;

import dev.annals.command.desk.Exchange;
import dev.annals.command.gate.PasswordSignIn;
import dev.annals.command.http.Content;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives a token to whoever knows login, password and private token. */
@RestController
@ConditionalOnProperty("annals.compat.mainbrainer.enabled")
final class MainBrainerTokenEndpoint {
  private final PasswordSignIn signIn;
  private final MainBrainerIssuer issuer;

  MainBrainerTokenEndpoint(PasswordSignIn signIn, MainBrainerIssuer issuer) {
    this.signIn = signIn;
    this.issuer = issuer;
  }

  @PostMapping({"/~mainbrainer/token", "/~mainbrainer/token/"})
  ResponseEntity<Object> token(Exchange exchange, Content content) {
    var asked = TokenRequest.read(content.body());
    return signIn.signIn(exchange, asked.claim(), issuer.with(asked.validity())).entity();
  }
}
