package dev.annals.query.account;

import dev.annals.account.AccountId;
import dev.annals.client.ApiKeyId;
import dev.annals.crypto.Sealed;
import dev.annals.federation.SubjectIndex;
import dev.annals.query.credential.AccountState;
import dev.annals.query.credential.KeyState;
import dev.annals.query.credential.SignInState;
import java.time.Instant;
import java.util.List;

/**
 * All that was known of an account at a moment.
 *
 * @param keys every one that it ever had until then, in the order they were last issued
 * @param subjects that led to it, in the order they were linked
 */
public record AccountPicture(
    AccountId account,
    AccountState state,
    SignInState signIns,
    List<HeldKey> keys,
    List<LinkedSubject> subjects) {
  public AccountPicture {
    keys = List.copyOf(keys);
    subjects = List.copyOf(subjects);
  }

  /** One of its keys. */
  public record HeldKey(ApiKeyId key, KeyState state) {}

  /** A subject of another issuer, whose name opens for the purpose {@code federated-subject}. */
  public record LinkedSubject(SubjectIndex subject, Sealed name, Instant since) {}
}
