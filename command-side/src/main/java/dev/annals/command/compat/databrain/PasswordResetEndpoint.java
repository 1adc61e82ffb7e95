package dev.annals.command.compat.databrain;

import dev.annals.command.desk.Ask;
import dev.annals.command.desk.Caller.Person;
import dev.annals.command.desk.Desk;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Reply;
import dev.annals.command.gate.Door;
import dev.annals.command.gate.PasswordChanges;
import dev.annals.command.http.Content;
import dev.annals.command.password.Password;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Changes the own password; every session ends, the one that asked too. */
@RestController
@ConditionalOnProperty("annals.compat.databrain.enabled")
final class PasswordResetEndpoint {
  private final AdminJwt jwt;
  private final PasswordChanges changes;
  private final Door door;
  private final Desk desk;

  PasswordResetEndpoint(AdminJwt jwt, PasswordChanges changes, Door door, Desk desk) {
    this.jwt = jwt;
    this.changes = changes;
    this.door = door;
    this.desk = desk;
  }

  private record Change(Person person, Password current, Password next) {}

  @PostMapping(Paths.RESET_PASSWORD)
  ResponseEntity<Object> reset(
      @RequestHeader("Authorization") Optional<String> authorization,
      Content content,
      Exchange exchange) {
    var token = AdminJwt.bearer(authorization);
    return jwt.of(exchange, token, (known, person) -> reset(known, person, content)).entity();
  }

  /** For the company's own people: the rules that its pages promise are for nobody else. */
  private Reply reset(Exchange exchange, Person person, Content content) {
    AdminRole.must(person);
    var body = JoiBody.of(content);
    var change =
        new Change(person, body.password("currentPassword"), body.password(PasswordRules.FIELD));
    PasswordRules.judge(changes.violations(person.account(), change.next(), PasswordRules.POLICY));
    door.enter(exchange.address());
    return door.leave(exchange.address(), desk.serve(exchange, () -> ask(exchange, change)));
  }

  private Ask ask(Exchange exchange, Change change) {
    var command =
        changes.change(change.person(), change.current(), change.next(), PasswordRules.POLICY);
    return new Ask(command, Desk.problems(exchange, _ -> Replies.success()));
  }
}
