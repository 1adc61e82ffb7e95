package dev.annals.command.api;

import dev.annals.command.compat.LenientJson;
import dev.annals.command.compat.LenientJson.Fields;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Problem;
import dev.annals.command.desk.Reply;
import dev.annals.command.gate.Issuer;
import dev.annals.command.gate.PairIssuer;
import dev.annals.command.gate.PasswordSignIn;
import dev.annals.command.gate.PasswordSignIn.Claim;
import dev.annals.command.http.Content;
import dev.annals.command.password.Password;
import dev.annals.command.token.TokenMint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the fake families answer, all of them the same. */
@RestController
@ConditionalOnProperty(FakeFamilies.SETTING)
@RequestMapping({"/~databrain/fake/v2", "/~mainbrainer/fake/v2", "/~datarhei/fake/v2"})
final class FakeEndpoint {
  private final PasswordSignIn passwords;
  private final Issuer issuer;

  FakeEndpoint(PasswordSignIn passwords, TokenMint mint) {
    this.passwords = passwords;
    this.issuer = new PairIssuer(mint, _ -> Reply.noContent());
  }

  @GetMapping("/where/{name}")
  Map<String, String> where(@PathVariable String name, HttpServletRequest request) {
    return Map.of(
        "name", name,
        "uri", request.getRequestURI(),
        "path", request.getServletPath(),
        "virtual", Boolean.toString(Thread.currentThread().isVirtual()));
  }

  @PostMapping("/echo")
  Map<String, Object> echo(Content content) {
    return Map.of("type", content.contentType().orElse("none"), "bytes", content.body().length);
  }

  @PostMapping(path = "/json", consumes = "application/json")
  Map<String, Integer> json(@RequestBody Count count) {
    return Map.of("number", count.number());
  }

  record Count(int number) {}

  @GetMapping("/broken")
  String broken(Exchange exchange) {
    if (exchange.caller().isEmpty()) {
      throw new IllegalStateException("a secret of ours");
    }
    return "";
  }

  @GetMapping("/later")
  void later(HttpServletResponse response) throws IOException {
    response.sendError(503);
  }

  @PostMapping("/sign-in")
  ResponseEntity<Object> signIn(Exchange exchange, Content content) {
    if (!(LenientJson.read(content.body()) instanceof Fields fields)) {
      throw Problem.field("body", "must be a JSON object");
    }
    var claim =
        new Claim(
            fields.textIgnoringCase("userName").orElse("-"),
            new Password(fields.textIgnoringCase("password").orElse("-")));
    return passwords.signIn(exchange, claim, issuer).entity();
  }
}
