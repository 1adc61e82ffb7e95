package dev.annals.command.api;

import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.client.ApiKey;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.command.decision.Refusal;
import dev.annals.command.desk.Caller;
import dev.annals.command.desk.Problem;
import dev.annals.history.ApiKeys;
import dev.annals.history.Histories;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds API keys in the log. */
@Component
final class ApiKeyLookup {
  private final Histories histories;

  ApiKeyLookup(Histories histories) {
    this.histories = histories;
  }

  /** A key as its owner sees it; its secret is not to be seen again. */
  record View(
      ApiKeyId apiKeyId,
      KeyKind kind,
      String name,
      Instant issuedAt,
      @Nullable Instant expiresAt,
      boolean revoked) {}

  /** Every key the account was ever given, in the order in which they were first issued. */
  List<View> of(AccountId account) {
    Map<ApiKeyId, ApiKeyIssued> latest = new LinkedHashMap<>();
    for (var envelope : histories.events(ApiKeys.heldBy(account))) {
      if (envelope.event() instanceof ApiKeyIssued issued) {
        latest.put(issued.key(), issued);
      }
    }
    return latest.values().stream().map(this::view).toList();
  }

  private View view(ApiKeyIssued issued) {
    return new View(
        issued.key(),
        issued.kind(),
        issued.name(),
        issued.at(),
        issued.expiresAt().orElse(null),
        histories.current(ApiKeys.STREAM, issued.key()) instanceof ApiKey.Revoked);
  }

  /** Whose key it is; of others' keys only administrators learn that. */
  AccountId owner(ApiKeyId key, Caller caller) {
    return histories
        .current(ApiKeys.STREAM, key)
        .owner()
        .filter(account -> account.equals(caller.account()) || caller.is(Role.ADMIN))
        .orElseThrow(() -> Problem.of(Refusal.API_KEY_UNKNOWN));
  }

  /** Of what kind it is; of one that is not in use it does not matter, for it gets no secret. */
  KeyKind kind(ApiKeyId key) {
    return histories.current(ApiKeys.STREAM, key) instanceof ApiKey.Usable usable
        ? usable.kind()
        : KeyKind.API_KEY;
  }
}
