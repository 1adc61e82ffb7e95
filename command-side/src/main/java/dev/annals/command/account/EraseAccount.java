package dev.annals.command.account;

import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountId;
import dev.annals.command.account.Account.Linked;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Decision.Accepted;
import dev.annals.command.decision.Refusal;
import dev.annals.event.Event;
import dev.annals.federation.FederationEvent.FederatedSubjectUnlinked;
import java.time.Instant;
import java.util.ArrayList;

/**
 * Forgets the person and frees the login and every federated subject. The caller deletes the data
 * key once this is durable.
 */
public record EraseAccount(AccountId account, AccountId by, Instant at) implements AccountCommand {
  @Override
  public Decision decideKnown(Registered known) {
    return account.equals(by) ? Decision.refuse(Refusal.OWN_ACCOUNT) : erase(known);
  }

  private Decision erase(Registered known) {
    var events = new ArrayList<Event>();
    for (Linked linked : known.subjects()) {
      events.add(new FederatedSubjectUnlinked(account, linked.subject(), at));
    }
    events.add(new AccountErased(account, known.profile().loginIndex(), at));
    return new Accepted(events);
  }
}
