package dev.annals.command.company;

import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.command.login.LoginClaim;
import dev.annals.command.login.LoginClaims;
import dev.annals.company.CompanyEvent.CompanyFounded;
import dev.annals.event.Event;
import dev.annals.history.EventStream;
import dev.annals.history.Facts;
import java.util.List;
import java.util.Optional;

/** The company, and the login that somebody would found it with: a decision on both at once. */
public record Company(Optional<AccountId> founder, LoginClaim claim) {
  public static final EventStream<LoginIndex, Company> STREAM =
      new EventStream<>(
          "company",
          Company::nothing,
          Company::evolve,
          login -> List.of(Facts.tagged("company:annals"), LoginClaims.facts(login)));

  private static Company nothing(LoginIndex login) {
    return new Company(Optional.empty(), new LoginClaim(login, Optional.empty()));
  }

  private static Company evolve(Company company, Event event) {
    return event instanceof CompanyFounded founded
        ? new Company(Optional.of(founded.account()), company.claim)
        : new Company(company.founder, LoginClaim.evolve(company.claim, event));
  }
}
