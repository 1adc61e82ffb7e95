package dev.annals.command.client;

import dev.annals.account.AccountId;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.command.account.Account;
import dev.annals.command.decision.Command;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import dev.annals.crypto.SecretHash;
import java.time.Instant;
import java.util.Optional;

/** Gives a program a key of its own that acts for an account. */
public record IssueApiKey(
    AccountId target,
    ApiKeyId key,
    String name,
    SecretHash hash,
    Optional<Instant> expiresAt,
    Instant at)
    implements Command<AccountId, Account> {
  @Override
  public Decision decide(Account account) {
    return switch (account) {
      case Account.Registered known when known.isUsable() ->
          Decision.accept(
              new ApiKeyIssued(key, target, KeyKind.API_KEY, name, hash, expiresAt, at));
      case Account.Registered _ -> Decision.refuse(Refusal.ACCOUNT_NOT_USABLE);
      case Account.Unknown _, Account.Erased _ -> Decision.refuse(Refusal.ACCOUNT_UNKNOWN);
    };
  }
}
