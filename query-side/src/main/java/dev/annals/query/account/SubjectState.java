package dev.annals.query.account;

import dev.annals.account.AccountId;
import dev.annals.crypto.Sealed;
import dev.annals.federation.FederationEvent;
import dev.annals.federation.FederationEvent.FederatedSubjectLinked;
import dev.annals.federation.FederationEvent.FederatedSubjectUnlinked;
import java.util.Optional;

/**
 * Where a subject of another issuer led between two of its events.
 *
 * @param account the one it led to, or has just been taken from
 * @param name sealed; empty while the subject leads nowhere
 */
record SubjectState(AccountId account, Optional<Sealed> name) {
  static SubjectState after(FederationEvent event) {
    return switch (event) {
      case FederatedSubjectLinked e -> new SubjectState(e.account(), Optional.of(e.name()));
      case FederatedSubjectUnlinked e -> new SubjectState(e.account(), Optional.empty());
    };
  }
}
