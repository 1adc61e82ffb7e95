package dev.annals.query.trail;

import dev.annals.account.AccountId;
import dev.annals.event.Actor;
import dev.annals.session.Family;
import dev.annals.session.SessionId;
import java.util.Optional;

/**
 * Which entries of the trail are asked for; all that is there has to fit.
 *
 * @param addressIndex the keyed index of an address
 */
public record Filter(
    Optional<AccountId> account,
    Optional<SessionId> session,
    Optional<Actor> actor,
    Optional<String> name,
    Optional<String> outcome,
    Optional<Family> family,
    Optional<String> addressIndex) {

  /** Everything about one account. */
  public static Filter about(AccountId account) {
    return new Filter(
        Optional.of(account),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
