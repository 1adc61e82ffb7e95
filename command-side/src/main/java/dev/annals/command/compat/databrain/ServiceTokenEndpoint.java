package dev.annals.command.compat.databrain;

import dev.annals.check.ChosenSecrets;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.command.client.ImposeServiceToken;
import dev.annals.command.desk.Caller.Person;
import dev.annals.command.desk.Desk;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Problem;
import dev.annals.command.desk.Reply;
import dev.annals.command.http.Content;
import dev.annals.token.ChosenSecret;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Makes what the caller chose the service token, and exchanges one for another. */
@RestController
@ConditionalOnProperty("annals.compat.databrain.enabled")
final class ServiceTokenEndpoint {
  private final AdminJwt jwt;
  private final ServiceTokenRotation rotation;
  private final ChosenSecrets secrets;
  private final Desk desk;
  private final InstantSource clock;

  ServiceTokenEndpoint(
      AdminJwt jwt,
      ServiceTokenRotation rotation,
      ChosenSecrets secrets,
      Desk desk,
      InstantSource clock) {
    this.jwt = jwt;
    this.rotation = rotation;
    this.secrets = secrets;
    this.desk = desk;
    this.clock = clock;
  }

  @PostMapping(Paths.SERVICE_TOKEN)
  ResponseEntity<Object> create(
      @RequestHeader("Authorization") Optional<String> authorization,
      Content content,
      Exchange exchange) {
    var token = AdminJwt.bearer(authorization);
    return jwt.of(exchange, token, (known, person) -> create(known, person, content)).entity();
  }

  private Reply create(Exchange exchange, Person person, Content content) {
    var secret = guid(JoiBody.of(content));
    AdminRole.must(person);
    var account = person.account();
    var key = ApiKeyId.of(account, KeyKind.SERVICE_TOKEN);
    var command = new ImposeServiceToken(account, key, secrets.hash(secret), clock.instant());
    return desk.serve(exchange, command, _ -> Replies.serviceToken(secret.reveal()));
  }

  private static ChosenSecret guid(JoiBody body) {
    return ChosenSecret.parse(body.text("token"))
        .orElseThrow(() -> Problem.field("token", "must be a valid GUID"));
  }

  /**
   * The vendor published two contracts: in one the bearer is the service token itself, in the other
   * an admin JWT, with the service token in the body.
   */
  @PostMapping(Paths.ROTATE)
  ResponseEntity<Object> rotate(
      @RequestHeader("Authorization") Optional<String> authorization,
      Content content,
      Exchange exchange) {
    var bearer = AdminJwt.bearer(authorization);
    return switch (Bearer.of(bearer)) {
      case SERVICE_TOKEN -> rotation.byHolder(exchange, bearer, JoiBody.of(content)).entity();
      case JWT -> byAdmin(exchange, bearer, content).entity();
      case NEITHER -> ServiceTokenRotation.notOne(400).entity();
    };
  }

  private Reply byAdmin(Exchange exchange, String bearer, Content content) {
    return jwt.of(
        exchange,
        bearer,
        (known, person) -> {
          var body = JoiBody.of(content);
          var token = guid(body);
          return rotation.byAdmin(known, token, ExpireAt.of(body.required(ExpireAt.NAME)));
        });
  }

  private enum Bearer {
    SERVICE_TOKEN,
    JWT,
    NEITHER;

    private static Bearer of(String text) {
      if (ChosenSecret.parse(text).isPresent()) {
        return SERVICE_TOKEN;
      }
      return text.chars().filter(character -> character == '.').count() == 2 ? JWT : NEITHER;
    }
  }
}
