package dev.annals.company;

import dev.annals.account.AccountId;
import dev.annals.crypto.Sealed;
import dev.annals.event.Event;
import java.time.Instant;

/** Everything that can happen to a company: there is one to an instance, and it stays. */
public sealed interface CompanyEvent extends Event {
  /**
   * Somebody signed the company up.
   *
   * @param account the founder's, under whose data key the name is sealed
   */
  record CompanyFounded(AccountId account, Sealed companyName, Instant at)
      implements CompanyEvent {}
}
