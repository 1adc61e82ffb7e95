package dev.annals.command.client;

import dev.annals.account.AccountId;
import dev.annals.client.ApiKey;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.command.account.Account;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import dev.annals.crypto.SecretHash;
import java.time.Instant;
import java.util.Optional;

/** Gives an account the private token that it does not have, or not any more. */
public record IssuePrivateToken(
    SecretChoice.Id target, String name, Optional<Instant> expiresAt, Instant at)
    implements TokenCommand {

  public IssuePrivateToken(AccountId account, ApiKeyId key, SecretHash secret, Instant at) {
    this(new SecretChoice.Id(account, key, secret), "private token", Optional.empty(), at);
  }

  @Override
  public Decision decide(SecretChoice choice) {
    return switch (choice.account()) {
      case Account.Registered account when account.isUsable() -> issue(choice);
      case Account.Registered _ -> Decision.refuse(Refusal.ACCOUNT_NOT_USABLE);
      case Account.Unknown _, Account.Erased _ -> Decision.refuse(Refusal.ACCOUNT_UNKNOWN);
    };
  }

  private Decision issue(SecretChoice choice) {
    if (choice.key() instanceof ApiKey.Usable usable && !usable.isExpired(at)) {
      return Decision.refuse(Refusal.PRIVATE_TOKEN_EXISTS);
    }
    return choice.holder().key().isPresent()
        ? Decision.refuse(Refusal.SECRET_USED)
        : Decision.accept(issued());
  }

  private ApiKeyIssued issued() {
    return new ApiKeyIssued(
        target.key(),
        target.account(),
        KeyKind.PRIVATE_TOKEN,
        name,
        target.secret(),
        expiresAt,
        at);
  }
}
