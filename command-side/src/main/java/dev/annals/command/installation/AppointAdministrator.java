package dev.annals.command.installation;

import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.Role;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Decision.Accepted;
import dev.annals.command.login.LoginClaim;
import dev.annals.command.login.RegisterAccount;
import dev.annals.event.Event;
import dev.annals.history.Installation;
import dev.annals.installation.InstallationEvent.AdministratorAppointed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Registers the first account of all, which may administer and audit; happens once. */
public record AppointAdministrator(RegisterAccount registration) implements InstallationCommand {
  @Override
  public Decision decide(Installation installation) {
    return installation.administrator().isPresent() ? Decision.accept() : appoint();
  }

  private Decision appoint() {
    var nobody = new LoginClaim(registration.target(), Optional.empty());
    var account = registration.account();
    var at = registration.at();
    var events = new ArrayList<Event>(registration.decide(nobody).events());
    for (var role : List.of(Role.ADMIN, Role.AUDITOR)) {
      events.add(new RoleGranted(account, role, at));
    }
    events.add(new AdministratorAppointed(account, at));
    return new Accepted(events);
  }
}
