package dev.annals.command.gate;

import dev.annals.account.Role;
import dev.annals.command.account.Account;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.company.Company;
import dev.annals.command.company.FoundCompany;
import dev.annals.command.desk.Desk;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Memory;
import dev.annals.command.desk.Reply;
import dev.annals.command.gate.Issuer.Draft;
import dev.annals.command.gate.Registrar.Applicant;
import dev.annals.command.login.LoginClaim;
import dev.annals.command.login.RegisterAccount;
import dev.annals.command.password.PasswordPolicy;
import dev.annals.command.session.Beginning;
import dev.annals.crypto.Randomness;
import dev.annals.event.Event;
import dev.annals.history.Histories;
import dev.annals.session.SessionId;
import dev.annals.session.SignInMethod;
import java.util.Optional;

/** Founds the company of this instance and signs its founder in, all of it or nothing. */
public final class CompanySignUp {
  private final Door door;
  private final Logins logins;
  private final Registrar registrar;
  private final Vault vault;
  private final Desk desk;
  private final Memory memory;
  private final Histories histories;
  private final Randomness randomness;

  /** What it takes to sign a company up. */
  public record Parts(
      Door door,
      Logins logins,
      Registrar registrar,
      Vault vault,
      Desk desk,
      Memory memory,
      Histories histories,
      Randomness randomness) {}

  public CompanySignUp(Parts parts) {
    this.door = parts.door();
    this.logins = parts.logins();
    this.registrar = parts.registrar();
    this.vault = parts.vault();
    this.desk = parts.desk();
    this.memory = parts.memory();
    this.histories = parts.histories();
    this.randomness = parts.randomness();
  }

  /**
   * A company that is to be.
   *
   * @param policy that the founder's password has been promised
   * @param role of the founder
   */
  public record Plan(Applicant founder, PasswordPolicy policy, String companyName, Role role) {
    @Override
    public String toString() {
      return "Plan[…]";
    }
  }

  /** Signs up; what {@code issuer} drafts is answered, or {@code late} where a company exists. */
  public Reply signUp(Exchange exchange, Plan plan, Issuer issuer, Reply late) {
    door.enter(exchange.address());
    var login = logins.index(plan.founder().login());
    var asked = exchange.within(login.toString());
    if (histories.current(Company.STREAM, login).founder().isPresent()) {
      return memory.recall(asked).orElse(late);
    }
    var registration = registrar.register(plan.founder(), plan.policy());
    var known = asked.about(registration.account());
    return found(known, draft(known, registration, plan, issuer), late);
  }

  private record Drafted(FoundCompany command, Draft draft) {}

  private Drafted draft(Exchange exchange, RegisterAccount registration, Plan plan, Issuer issuer) {
    var account = registration.account();
    var session = new SessionId(randomness.uuid7());
    var draft = issuer.draft(session, account, registered(registration), registration.at());
    var beginning =
        new Beginning(session, exchange.family(), SignInMethod.PASSWORD, draft.issuance());
    var name = vault.sealCompanyName(account, plan.companyName());
    return new Drafted(new FoundCompany(registration, name, plan.role(), beginning), draft);
  }

  private Reply found(Exchange exchange, Drafted drafted, Reply late) {
    var command = drafted.command();
    var reply =
        desk.serve(
            exchange,
            command,
            yes -> yes.events().isEmpty() ? late : drafted.draft().answer().apply(yes));
    if (reply.isRefusal()) {
      vault.forget(command.registration().account());
    }
    return door.leave(exchange.address(), reply);
  }

  /** The account as it will be. */
  private static Registered registered(RegisterAccount registration) {
    var nobody = new LoginClaim(registration.target(), Optional.empty());
    Account account = new Account.Unknown();
    for (Event event : registration.decide(nobody).events()) {
      account = Account.evolve(account, event);
    }
    return (Registered) account;
  }
}
