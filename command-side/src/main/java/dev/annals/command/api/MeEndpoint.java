package dev.annals.command.api;

import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.client.ApiKeyId;
import dev.annals.command.desk.Caller;
import dev.annals.command.desk.Reply;
import dev.annals.command.http.Form;
import dev.annals.command.http.Shortcut;
import dev.annals.session.SessionId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells who shows a token or an API key whose it is; its client may know no more than that. */
@RestController
final class MeEndpoint implements Shortcut {
  private final AccountLookup accounts;

  MeEndpoint(AccountLookup accounts) {
    this.accounts = accounts;
  }

  /**
   * Whoever calls.
   *
   * @param sessionId of an access token
   * @param apiKeyId of an API key
   */
  record Me(
      AccountId accountId,
      @Nullable SessionId sessionId,
      @Nullable ApiKeyId apiKeyId,
      @Nullable String login,
      @Nullable String displayName,
      List<Role> roles) {}

  @Override
  public String route() {
    return "GET /v1/me";
  }

  @Override
  public Reply answer(Form form, Caller caller) {
    return Reply.ok(me(caller));
  }

  @GetMapping("/v1/me")
  Me me(Caller caller) {
    var names = accounts.names(caller);
    var roles = caller.roles().stream().sorted(Comparator.comparing(Role::value)).toList();
    return switch (caller) {
      case Caller.Person person ->
          new Me(
              person.account(), person.session(), null, names.login(), names.displayName(), roles);
      case Caller.Machine machine ->
          new Me(machine.account(), null, machine.key(), names.login(), names.displayName(), roles);
    };
  }
}
