package dev.annals.query.random;

import dev.annals.account.AccountEvent;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountEvent.LoginChanged;
import dev.annals.client.ApiKeyEvent;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.credential.CredentialEvent;
import dev.annals.event.Event;
import dev.annals.federation.FederationEvent;
import dev.annals.installation.InstallationEvent;
import dev.annals.request.RequestEvent.CommandAnswered;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.OfSession;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.token.SigningKeyEvent;
import java.util.ArrayList;
import java.util.List;

/** The tags that the command side gives its events. */
public final class Tagging {
  private Tagging() {}

  public static List<String> of(Event event) {
    return switch (event) {
      case AccountEvent e -> account(e);
      case CredentialEvent e -> List.of("account:" + e.account());
      case FederationEvent e -> List.of("account:" + e.account(), "subject:" + e.subject());
      case SessionStarted e -> List.of("session:" + e.session(), "holder:" + e.account());
      case ForeignTokensIssued e -> foreign(e);
      case OfSession e -> List.of("session:" + e.session());
      case ApiKeyIssued e ->
          List.of("api-key:" + e.key(), "holder:" + e.account(), "secret:" + e.hash());
      case ApiKeyRotated e -> List.of("api-key:" + e.key(), "secret:" + e.hash());
      case ApiKeyEvent e -> List.of("api-key:" + e.key());
      case SigningKeyEvent _ -> List.of("signing-keys:all");
      case InstallationEvent _ -> List.of("installation:annals");
      case CommandAnswered e -> List.of("request:" + e.key());
      default -> List.of();
    };
  }

  private static List<String> account(AccountEvent event) {
    var account = "account:" + event.account();
    return switch (event) {
      case AccountRegistered e -> List.of(account, "login:" + e.loginIndex());
      case LoginChanged e -> List.of(account, "login:" + e.previous(), "login:" + e.loginIndex());
      case AccountErased e -> List.of(account, "login:" + e.loginIndex(), "erased:accounts");
      default -> List.of(account);
    };
  }

  private static List<String> foreign(ForeignTokensIssued event) {
    var texts = new ArrayList<>(List.of("session:" + event.session()));
    event.tokens().forEach(token -> texts.add("token:" + token.jti()));
    return texts;
  }
}
