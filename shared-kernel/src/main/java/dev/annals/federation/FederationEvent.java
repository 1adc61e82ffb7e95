package dev.annals.federation;

import dev.annals.account.AccountId;
import dev.annals.crypto.Sealed;
import dev.annals.event.Event;
import java.time.Instant;

/** Everything that can happen between an account and a subject of another issuer of tokens. */
public sealed interface FederationEvent extends Event {
  AccountId account();

  SubjectIndex subject();

  /**
   * Whoever proves to be that subject may sign in to the account.
   *
   * @param name a {@link FederatedSubject}, sealed under the account's key
   */
  record FederatedSubjectLinked(AccountId account, SubjectIndex subject, Sealed name, Instant at)
      implements FederationEvent {}

  /** The subject leads to no account any more. */
  record FederatedSubjectUnlinked(AccountId account, SubjectIndex subject, Instant at)
      implements FederationEvent {}
}
