package dev.annals.command.api;

import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.command.desk.Ask;
import dev.annals.command.desk.Caller;
import dev.annals.command.desk.Caller.Person;
import dev.annals.command.desk.Desk;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Reply;
import dev.annals.command.gate.Door;
import dev.annals.command.gate.PasswordChanges;
import dev.annals.command.http.EvenRestricted;
import dev.annals.command.password.Password;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Replaces passwords. */
@RestController
final class PasswordEndpoint {
  private final PasswordChanges changes;
  private final Door door;
  private final Desk desk;

  PasswordEndpoint(PasswordChanges changes, Door door, Desk desk) {
    this.changes = changes;
    this.door = door;
    this.desk = desk;
  }

  record Change(Password currentPassword, Password newPassword) {}

  @PostMapping("/v1/change-password")
  ResponseEntity<Object> change(
      @RequestBody Change body, @EvenRestricted Person person, Exchange exchange) {
    door.enter(exchange.address());
    var known = exchange.by(person);
    var reply = desk.serve(known, () -> ask(known, person, body));
    return door.leave(exchange.address(), reply).entity();
  }

  private Ask ask(Exchange exchange, Person person, Change body) {
    var command = changes.change(person, body.currentPassword(), body.newPassword());
    return new Ask(command, Desk.problems(exchange, _ -> Reply.noContent()));
  }

  record Reset(AccountId accountId, Password oneTimePassword) {}

  @PostMapping("/v1/reset-password")
  ResponseEntity<Object> reset(@RequestBody Reset body, Caller caller, Exchange exchange) {
    caller.must(Role.ADMIN);
    var command = changes.reset(body.accountId(), body.oneTimePassword());
    return desk.serve(exchange.by(caller).about(body.accountId()), command, _ -> Reply.noContent())
        .entity();
  }
}
