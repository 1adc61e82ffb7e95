package dev.annals.command.api;

import dev.annals.account.Role;
import dev.annals.check.Bearer;
import dev.annals.check.EveryToken;
import dev.annals.check.Introspection;
import dev.annals.client.ApiKeyId;
import dev.annals.command.client.RevokeApiKey;
import dev.annals.command.desk.Caller;
import dev.annals.command.desk.Desk;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Reply;
import dev.annals.command.http.Form;
import dev.annals.command.http.Shortcut;
import dev.annals.command.session.RevokeAccessToken;
import dev.annals.command.session.RevokeSession;
import dev.annals.history.Sessions.Ref;
import dev.annals.history.TokenOrigin.Issued;
import dev.annals.session.TokenId;
import dev.annals.token.AccessClaims;
import dev.annals.token.RefreshToken;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells programs whether a token is good (RFC 7662), and ends tokens for them (RFC 7009). */
@RestController
final class IntrospectionEndpoint implements Shortcut {
  private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;

  private final Introspection introspection;
  private final EveryToken tokens;
  private final Desk desk;
  private final InstantSource clock;

  IntrospectionEndpoint(
      Introspection introspection, EveryToken tokens, Desk desk, InstantSource clock) {
    this.introspection = introspection;
    this.tokens = tokens;
    this.desk = desk;
    this.clock = clock;
  }

  @PostMapping(value = "/oauth2/introspect", consumes = FORM)
  ResponseEntity<Object> introspect(Form form, Caller caller) {
    return answer(form, caller).entity();
  }

  @Override
  public String route() {
    return "POST /oauth2/introspect";
  }

  @Override
  public Reply answer(Form form, Caller caller) {
    programOrAdministrator(caller);
    return Reply.ok(introspection.of(form.required("token"))).uncached();
  }

  /** Whatever the token was: afterwards it is not good, and that is all the caller is told. */
  @PostMapping(value = "/oauth2/revoke", consumes = FORM)
  ResponseEntity<Object> revoke(Form form, Caller caller, Exchange exchange) {
    programOrAdministrator(caller);
    var token = form.required("token");
    var known = exchange.by(caller);
    return tokens
        .refresh()
        .parse(token)
        .map(refresh -> endSession(ref(refresh), known))
        .or(() -> tokens.own().authentic(token).map(access -> end(access, known)))
        .or(() -> tokens.foreign().authentic(token).map(issued -> end(issued, known)))
        .or(() -> key(token).map(key -> end(key.key(), known.about(key.account()))))
        .or(() ->
            tokens.chosen().find(token).map(key -> end(key.key(), known.about(key.account()))))
        .orElse(done())
        .entity();
  }

  private static Ref ref(RefreshToken token) {
    return new Ref(token.session(), token.account());
  }

  private Reply endSession(Ref ref, Exchange exchange) {
    var command = new RevokeSession(ref, clock.instant());
    return desk.serve(exchange.about(ref.account()), command, _ -> done());
  }

  private Reply end(AccessClaims claims, Exchange exchange) {
    var ref = new Ref(claims.session(), claims.account());
    return end(ref, claims.grant().jti(), exchange);
  }

  /** A refresh token goes with all that it has led to (RFC 7009, section 2.1). */
  private Reply end(Issued issued, Exchange exchange) {
    return switch (issued.grant().use()) {
      case ACCESS -> end(issued.ref(), issued.grant().jti(), exchange);
      case REFRESH -> endSession(issued.ref(), exchange);
    };
  }

  private Reply end(Ref ref, TokenId jti, Exchange exchange) {
    var command = new RevokeAccessToken(ref, jti, clock.instant());
    return desk.serve(exchange.about(ref.account()), command, _ -> done());
  }

  private Optional<Bearer.Machine> key(String text) {
    return tokens
        .own()
        .recognise(text)
        .filter(Bearer.Machine.class::isInstance)
        .map(Bearer.Machine.class::cast);
  }

  private Reply end(ApiKeyId key, Exchange about) {
    return desk.serve(about, new RevokeApiKey(key, clock.instant()), _ -> done());
  }

  private static Reply done() {
    return new Reply(200, Map.of(), null);
  }

  private static void programOrAdministrator(Caller caller) {
    if (!(caller instanceof Caller.Machine)) {
      caller.must(Role.ADMIN);
    }
  }
}
