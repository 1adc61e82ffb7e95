package dev.annals.query.making;

import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.client.ApiKeyId;
import dev.annals.crypto.SecretHash;
import dev.annals.event.Envelope;
import dev.annals.event.Event;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.TokenId;

/** What in the log a token goes back to. */
public sealed interface Source {
  /** An access token of ours or any token of a foreign family. */
  record Token(Ref ref, TokenId jti, Envelope issued) implements Source {}

  /** A refresh token of ours, issued along with an access token. */
  record Refresh(Ref ref, int generation, SecretHash hash, Envelope issued) implements Source {}

  /** A secret of an API key, or of a service or private token. */
  record Secret(ApiKeyId key, SecretHash hash) implements Source {
    /** Did this event make it one? */
    public boolean isGivenBy(Event event) {
      return switch (event) {
        case ApiKeyIssued e -> e.hash().matches(hash);
        case ApiKeyRotated e -> e.hash().matches(hash);
        default -> false;
      };
    }
  }
}
