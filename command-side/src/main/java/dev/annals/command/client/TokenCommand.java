package dev.annals.command.client;

import dev.annals.command.account.Account;
import dev.annals.command.decision.Command;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Refusal;

/** The menu: how an account gets the one key of a kind, whose secret somebody may have chosen. */
public sealed interface TokenCommand extends Command<SecretChoice.Id, SecretChoice>
    permits ImposeServiceToken, IssuePrivateToken {
  @Override
  default Decision decide(SecretChoice choice) {
    return switch (choice.account()) {
      case Account.Registered account when account.isUsable() -> give(choice);
      case Account.Registered _ -> Decision.refuse(Refusal.ACCOUNT_NOT_USABLE);
      case Account.Unknown _, Account.Erased _ -> Decision.refuse(Refusal.ACCOUNT_UNKNOWN);
    };
  }

  /** Decides for an account that may be used. */
  Decision give(SecretChoice choice);
}
