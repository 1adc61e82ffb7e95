package dev.annals.command.company;

import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.LoginIndex;
import dev.annals.account.Role;
import dev.annals.command.decision.Command;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Decision.Accepted;
import dev.annals.command.decision.Decision.Refused;
import dev.annals.command.login.RegisterAccount;
import dev.annals.command.session.Beginning;
import dev.annals.company.CompanyEvent.CompanyFounded;
import dev.annals.crypto.Sealed;
import dev.annals.event.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * Founds the company, registers its founder and begins the founder's session; happens once.
 *
 * @param role what the founder may do; never more than the company's own affairs
 */
public record FoundCompany(
    RegisterAccount registration, Sealed companyName, Role role, Beginning beginning)
    implements Command<LoginIndex, Company> {
  @Override
  public LoginIndex target() {
    return registration.target();
  }

  @Override
  public Decision decide(Company company) {
    return company.founder().isPresent()
        ? Decision.accept()
        : switch (registration.decide(company.claim())) {
          case Accepted registered -> found(registered.events());
          case Refused refused -> refused;
        };
  }

  private Decision found(List<Event> registered) {
    var account = registration.account();
    var at = registration.at();
    var events = new ArrayList<>(registered);
    events.add(new RoleGranted(account, role, at));
    events.add(new CompanyFounded(account, companyName, at));
    events.addAll(beginning.events(account, List.of(role), false, at));
    return new Accepted(events);
  }
}
