package dev.annals.command.api;

import dev.annals.account.AccountId;
import dev.annals.account.Login;
import dev.annals.account.Role;
import dev.annals.command.account.AccountCommand;
import dev.annals.command.account.DisableAccount;
import dev.annals.command.account.EnableAccount;
import dev.annals.command.account.EraseAccount;
import dev.annals.command.account.GrantRole;
import dev.annals.command.account.LockAccount;
import dev.annals.command.account.RevokeRole;
import dev.annals.command.account.UnlockAccount;
import dev.annals.command.desk.Caller;
import dev.annals.command.desk.Desk;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Reply;
import dev.annals.command.gate.Registrar;
import dev.annals.command.gate.Vault;
import java.time.InstantSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What administrators do to accounts. */
@RestController
final class AccountEndpoint {
  private final Desk desk;
  private final Registrar registrar;
  private final Vault vault;
  private final AccountLookup accounts;
  private final InstantSource clock;

  AccountEndpoint(
      Desk desk, Registrar registrar, Vault vault, AccountLookup accounts, InstantSource clock) {
    this.desk = desk;
    this.registrar = registrar;
    this.vault = vault;
    this.accounts = accounts;
    this.clock = clock;
  }

  record Target(AccountId accountId) {}

  @PostMapping("/v1/lock-account")
  ResponseEntity<Object> lock(@RequestBody Target body, Caller caller, Exchange exchange) {
    var command = new LockAccount(body.accountId(), caller.account(), clock.instant());
    return administer(command, caller, exchange);
  }

  @PostMapping("/v1/unlock-account")
  ResponseEntity<Object> unlock(@RequestBody Target body, Caller caller, Exchange exchange) {
    var command = new UnlockAccount(body.accountId(), caller.account(), clock.instant());
    return administer(command, caller, exchange);
  }

  @PostMapping("/v1/disable-account")
  ResponseEntity<Object> disable(@RequestBody Target body, Caller caller, Exchange exchange) {
    var command = new DisableAccount(body.accountId(), caller.account(), clock.instant());
    return administer(command, caller, exchange);
  }

  @PostMapping("/v1/enable-account")
  ResponseEntity<Object> enable(@RequestBody Target body, Caller caller, Exchange exchange) {
    var command = new EnableAccount(body.accountId(), caller.account(), clock.instant());
    return administer(command, caller, exchange);
  }

  record RoleOf(AccountId accountId, Role role) {}

  @PostMapping("/v1/grant-role")
  ResponseEntity<Object> grant(@RequestBody RoleOf body, Caller caller, Exchange exchange) {
    var command = new GrantRole(body.accountId(), body.role(), caller.account(), clock.instant());
    return administer(command, caller, exchange);
  }

  @PostMapping("/v1/revoke-role")
  ResponseEntity<Object> revoke(@RequestBody RoleOf body, Caller caller, Exchange exchange) {
    var command = new RevokeRole(body.accountId(), body.role(), caller.account(), clock.instant());
    return administer(command, caller, exchange);
  }

  @PostMapping("/v1/erase-account")
  ResponseEntity<Object> erase(@RequestBody Target body, Caller caller, Exchange exchange) {
    var command = new EraseAccount(body.accountId(), caller.account(), clock.instant());
    var answer = administer(command, caller, exchange);
    if (answer.getStatusCode().is2xxSuccessful()) {
      vault.forget(body.accountId());
    }
    return answer;
  }

  record NewLogin(AccountId accountId, Login login) {}

  @PostMapping("/v1/change-login")
  ResponseEntity<Object> changeLogin(@RequestBody NewLogin body, Caller caller, Exchange exchange) {
    caller.must(Role.ADMIN);
    accounts.mustExist(body.accountId());
    var about = exchange.by(caller).about(body.accountId());
    var command = registrar.changeLogin(body.accountId(), body.login());
    return desk.serve(about, command, _ -> Reply.noContent()).entity();
  }

  private ResponseEntity<Object> administer(
      AccountCommand command, Caller caller, Exchange exchange) {
    caller.must(Role.ADMIN);
    return desk.serve(exchange.by(caller).about(command.account()), command, _ -> Reply.noContent())
        .entity();
  }
}
