package dev.annals.command.subject;

import dev.annals.account.AccountEvent;
import dev.annals.account.AccountId;
import dev.annals.command.account.Account;
import dev.annals.command.account.Accounts;
import dev.annals.event.Event;
import dev.annals.federation.SubjectIndex;
import dev.annals.history.EventStream;
import java.util.List;

/** The account and the subject that is to lead to it: a decision on both at once. */
public record SubjectLink(AccountId id, Account account, SubjectClaim claim) {
  public static final EventStream<Id, SubjectLink> STREAM =
      new EventStream<>(
          "subject-link",
          SubjectLink::nothing,
          SubjectLink::evolve,
          id -> List.of(Accounts.facts(id.account()), SubjectClaims.facts(id.subject())));

  /** What is to lead where. */
  public record Id(AccountId account, SubjectIndex subject) {}

  private static SubjectLink nothing(Id id) {
    return new SubjectLink(id.account(), new Account.Unknown(), SubjectClaim.free(id.subject()));
  }

  private static SubjectLink evolve(SubjectLink link, Event event) {
    return new SubjectLink(link.id, link.account(event), SubjectClaim.evolve(link.claim, event));
  }

  /** Links and passwords do not matter here; the subject's history tells of others' links. */
  private Account account(Event event) {
    return event instanceof AccountEvent e && e.account().equals(id)
        ? Account.evolve(account, event)
        : account;
  }
}
