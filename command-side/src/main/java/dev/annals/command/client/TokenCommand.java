package dev.annals.command.client;

import dev.annals.command.decision.Command;

/** The menu: how an account gets the one key of a kind, whose secret somebody may have chosen. */
public sealed interface TokenCommand extends Command<SecretChoice.Id, SecretChoice>
    permits ImposeServiceToken, IssuePrivateToken {}
