package dev.annals.query.making;

import dev.annals.check.ChosenSecrets;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.crypto.SecretHash;
import dev.annals.event.Event;
import dev.annals.history.ApiKeys;
import dev.annals.history.Histories;
import dev.annals.history.SecretHolder;
import dev.annals.token.ApiKeySecret;
import java.util.List;

/** Judges secrets of API keys, service tokens and private tokens by the hashes in the log. */
final class KeySecrets {
  private final Histories histories;
  private final ChosenSecrets chosen;

  KeySecrets(Histories histories, ChosenSecrets chosen) {
    this.histories = histories;
    this.chosen = chosen;
  }

  Finding judge(String text) {
    return ApiKeySecret.parse(text)
        .map(this::shown)
        .orElseGet(() ->
            Finding.of(Making.UNREADABLE, Kind.API_KEY, "It begins like an API key and is none."));
  }

  private Finding shown(ApiKeySecret secret) {
    var events = events(secret.key());
    if (events.isEmpty()) {
      return Finding.of(Making.FORGED, Kind.API_KEY, "No API key of this id was ever issued.");
    }
    var claimed = new Source.Secret(secret.key(), secret.hash());
    return events.stream().anyMatch(claimed::isGivenBy)
        ? ours(secret.key(), secret.hash())
        : Finding.of(
            Making.FORGED, Kind.API_KEY, "It names a key that exists, and never was its secret.");
  }

  /** A secret that is a UUID. */
  Finding judgeChosen(String text) {
    return chosen
        .hashOf(text)
        .flatMap(
            hash -> histories.current(SecretHolder.STREAM, hash).key().map(key -> ours(key, hash)))
        .orElseGet(() ->
            Finding.of(
                Making.UNKNOWN,
                Kind.UNKNOWN,
                "It has the shape of a service or private token and was nobody's here. If it is"
                    + " a jti, ask for it as such."));
  }

  private Finding ours(ApiKeyId key, SecretHash hash) {
    return Finding.of(Making.OURS, kind(key), "The log has its hash as a secret of this key.")
        .from(new Source.Secret(key, hash));
  }

  private Kind kind(ApiKeyId key) {
    return events(key).stream()
        .filter(ApiKeyIssued.class::isInstance)
        .map(event -> kind(((ApiKeyIssued) event).kind()))
        .findFirst()
        .orElse(Kind.UNKNOWN);
  }

  private static Kind kind(KeyKind kind) {
    return switch (kind) {
      case API_KEY -> Kind.API_KEY;
      case SERVICE_TOKEN -> Kind.SERVICE_TOKEN;
      case PRIVATE_TOKEN -> Kind.PRIVATE_TOKEN;
    };
  }

  private List<Event> events(ApiKeyId key) {
    return histories.events(ApiKeys.facts(key)).stream().map(envelope -> envelope.event()).toList();
  }
}
