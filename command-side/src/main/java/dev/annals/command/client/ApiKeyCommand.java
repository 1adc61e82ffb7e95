package dev.annals.command.client;

import dev.annals.client.ApiKey;
import dev.annals.client.ApiKeyId;
import dev.annals.command.decision.Command;

/** The menu: what may be asked of an API key. */
public sealed interface ApiKeyCommand extends Command<ApiKeyId, ApiKey>
    permits RotateApiKey, RotateShownSecret, RevokeApiKey {}
