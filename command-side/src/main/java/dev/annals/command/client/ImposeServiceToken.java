package dev.annals.command.client;

import dev.annals.account.AccountId;
import dev.annals.client.ApiKey;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import dev.annals.crypto.SecretHash;
import java.time.Instant;
import java.util.Optional;

/** Makes this the service token of an account; whatever was its service token is over at once. */
public record ImposeServiceToken(
    SecretChoice.Id target, String name, Optional<Instant> expiresAt, Instant at)
    implements TokenCommand {

  public ImposeServiceToken(AccountId account, ApiKeyId key, SecretHash secret, Instant at) {
    this(new SecretChoice.Id(account, key, secret), "service token", Optional.empty(), at);
  }

  @Override
  public Decision give(SecretChoice choice) {
    if (choice.holder().key().isEmpty()) {
      return Decision.accept(issued());
    }
    if (!choice.key().accepts(target.secret(), at)) {
      return Decision.refuse(Refusal.SECRET_USED);
    }
    return isCurrent(choice.key()) ? Decision.accept() : Decision.accept(issued());
  }

  /** Otherwise it is one that a rotation replaced and that is still good: it is wanted back. */
  private boolean isCurrent(ApiKey key) {
    return key instanceof ApiKey.Usable usable && usable.hash().matches(target.secret());
  }

  private ApiKeyIssued issued() {
    return new ApiKeyIssued(
        target.key(),
        target.account(),
        KeyKind.SERVICE_TOKEN,
        name,
        target.secret(),
        expiresAt,
        at);
  }
}
