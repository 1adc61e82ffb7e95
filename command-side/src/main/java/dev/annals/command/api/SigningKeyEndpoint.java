package dev.annals.command.api;

import dev.annals.account.Role;
import dev.annals.check.SigningKeys;
import dev.annals.command.desk.Ask;
import dev.annals.command.desk.Caller;
import dev.annals.command.desk.Desk;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Reply;
import dev.annals.command.installation.Founding;
import dev.annals.command.session.Terms;
import dev.annals.crypto.JwkSet;
import dev.annals.crypto.SigningAlgorithm;
import dev.annals.token.SigningKeyEvent.SigningKeyCreated;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the keys that tokens are verified with, and replaces the one that signs. */
@RestController
final class SigningKeyEndpoint {
  private final Desk desk;
  private final SigningKeys keys;
  private final Founding founding;
  private final Terms.Issuing issuing;
  private final InstantSource clock;

  SigningKeyEndpoint(
      Desk desk, SigningKeys keys, Founding founding, Terms.Issuing issuing, InstantSource clock) {
    this.desk = desk;
    this.keys = keys;
    this.founding = founding;
    this.issuing = issuing;
    this.clock = clock;
  }

  @GetMapping("/.well-known/jwks.json")
  ResponseEntity<String> published() {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/jwk-set+json"))
        .header("Cache-Control", "public, max-age=60")
        .body(JwkSet.of(keys.published(clock.instant())));
  }

  /** Without an algorithm it stays the present one. */
  record Rotate(Optional<SigningAlgorithm> algorithm) {}

  @PostMapping("/v1/rotate-signing-key")
  ResponseEntity<Object> rotate(@RequestBody Rotate body, Caller caller, Exchange exchange) {
    caller.must(Role.ADMIN);
    var known = exchange.by(caller);
    var active = keys.ring().active();
    var algorithm =
        body.algorithm()
            .or(() -> active.map(SigningKeyCreated::algorithm))
            .orElse(SigningAlgorithm.EDDSA);
    var ask = ask(known, algorithm, active);
    return desk.serve(known, () -> ask).entity();
  }

  /** Two administrators who replace the same key replace it once. */
  private Ask ask(
      Exchange exchange, SigningAlgorithm algorithm, Optional<SigningKeyCreated> active) {
    var command = founding.rotate(algorithm, active, issuing.accessLifetime());
    var body = Map.of("kid", command.created().kid(), "alg", algorithm);
    return new Ask(command, Desk.problems(exchange, _ -> Reply.ok(body)));
  }
}
