package dev.annals.command.api;

import dev.annals.account.AccountId;
import dev.annals.account.DisplayName;
import dev.annals.account.Login;
import dev.annals.account.Role;
import dev.annals.command.desk.Caller;
import dev.annals.command.desk.Desk;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Problem;
import dev.annals.command.desk.Reply;
import dev.annals.command.gate.Door;
import dev.annals.command.gate.Registrar;
import dev.annals.command.gate.Registrar.Applicant;
import dev.annals.command.gate.Vault;
import dev.annals.command.password.Password;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Opens accounts: by administrators, or by anyone where a setting allows it. */
@RestController
final class RegisterAccountEndpoint {
  private final Registrar registrar;
  private final Vault vault;
  private final Door door;
  private final Desk desk;
  private final Openness openness;

  RegisterAccountEndpoint(
      Registrar registrar, Vault vault, Door door, Desk desk, Openness openness) {
    this.registrar = registrar;
    this.vault = vault;
    this.door = door;
    this.desk = desk;
    this.openness = openness;
  }

  record Request(Login login, Password password, Optional<DisplayName> displayName) {}

  record Registered(AccountId accountId) {}

  @PostMapping("/v1/register")
  ResponseEntity<Object> register(
      @RequestBody Request body, Optional<Caller> caller, Exchange exchange) {
    admit(caller, exchange);
    var applicant = new Applicant(body.login(), body.password(), body.displayName());
    var command = registrar.register(applicant);
    var known =
        caller
            .map(exchange::by)
            .orElse(exchange.within(command.target().toString()))
            .about(command.account());
    var registered = new Registered(command.account());
    var reply = desk.serve(known, command, _ -> Reply.created(registered));
    if (!registered.equals(reply.body())) {
      vault.forget(command.account());
    }
    return reply.entity();
  }

  private void admit(Optional<Caller> caller, Exchange exchange) {
    if (caller.isPresent() && caller.get().is(Role.ADMIN)) {
      return;
    }
    if (!openness.registration()) {
      caller
          .orElseThrow(() -> Problem.unauthenticated("Only administrators register accounts here."))
          .must(Role.ADMIN);
    }
    door.enter(exchange.address());
  }
}
