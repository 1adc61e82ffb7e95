package dev.annals.installation;

import dev.annals.account.AccountId;
import dev.annals.crypto.Sealed;
import dev.annals.event.Event;
import java.time.Instant;

/** What happens once in the life of an installation. */
public sealed interface InstallationEvent extends Event {
  /**
   * The log was empty and is no more.
   *
   * @param secret 32 random bytes in base64, sealed under the key-encryption key: what blind
   *     indexes and refresh tokens are keyed with. A key that cannot open it is the wrong one.
   */
  record InstallationFounded(InstallationId installation, Sealed secret, Instant at)
      implements InstallationEvent {}

  /** The first administrator, who can appoint all others. */
  record AdministratorAppointed(AccountId account, Instant at) implements InstallationEvent {}

  /**
   * Another key-encryption key took over.
   *
   * @param former the id of the one before
   * @param current the id of the one that seals from now on
   * @param formerKey the one before, sealed under the current one: whatever is still sealed under
   *     it opens with the current one alone
   */
  record KeyEncryptionKeyReplaced(String former, String current, Sealed formerKey, Instant at)
      implements InstallationEvent {}
}
