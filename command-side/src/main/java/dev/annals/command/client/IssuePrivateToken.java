package dev.annals.command.client;

import dev.annals.client.ApiKey;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.KeyKind;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;
import java.time.Instant;
import java.util.Optional;

/** Gives an account the private token that it does not have, or not any more. */
public record IssuePrivateToken(
    SecretChoice.Id target, String name, Optional<Instant> expiresAt, Instant at)
    implements TokenCommand {

  @Override
  public Decision give(SecretChoice choice) {
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
