package dev.annals.command.axon;

import dev.annals.account.AccountEvent;
import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountEnabled;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountEvent.AccountUnlocked;
import dev.annals.account.AccountEvent.AllSessionsRevoked;
import dev.annals.account.AccountEvent.LoginChanged;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountEvent.RoleRevoked;
import dev.annals.client.ApiKeyEvent;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.company.CompanyEvent.CompanyFounded;
import dev.annals.credential.CredentialEvent;
import dev.annals.event.Event;
import dev.annals.federation.FederationEvent;
import dev.annals.installation.InstallationEvent;
import dev.annals.request.RequestEvent;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.OfSession;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.token.SigningKeyEvent;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.messaging.eventstreaming.Tag;

/** By what decisions find an event again; an event no decision asks for carries no tag. */
final class Tags {
  private Tags() {}

  static Set<Tag> of(Event event) {
    return texts(event).stream().map(Tags::tag).collect(Collectors.toUnmodifiableSet());
  }

  static Tag tag(String text) {
    int colon = text.indexOf(':');
    return Tag.of(text.substring(0, colon), text.substring(colon + 1));
  }

  private static Set<String> texts(Event event) {
    return switch (event) {
      case AccountEvent e -> account(e);
      case CredentialEvent e -> Set.of("account:" + e.account());
      case FederationEvent e -> Set.of("account:" + e.account(), "subject:" + e.subject());
      case SessionStarted e -> Set.of("session:" + e.session(), "holder:" + e.account());
      case ForeignTokensIssued e -> foreign(e);
      case OfSession e -> Set.of("session:" + e.session());
      case ApiKeyIssued e ->
          Set.of("api-key:" + e.key(), "holder:" + e.account(), "secret:" + e.hash());
      case ApiKeyRotated e -> Set.of("api-key:" + e.key(), "secret:" + e.hash());
      case ApiKeyEvent e -> Set.of("api-key:" + e.key());
      case SigningKeyEvent _ -> Set.of("signing-keys:all");
      case InstallationEvent _ -> Set.of("installation:annals");
      case CompanyFounded e -> Set.of("company:annals", "account:" + e.account());
      case RequestEvent.CommandAnswered e -> Set.of("request:" + e.key());
      default -> Set.of();
    };
  }

  /** Foreign tokens do not say which session they are of; their {@code jti} leads there. */
  private static Set<String> foreign(ForeignTokensIssued event) {
    var texts = new HashSet<>(Set.of("session:" + event.session()));
    event.tokens().forEach(token -> texts.add("token:" + token.jti()));
    return texts;
  }

  private static Set<String> account(AccountEvent event) {
    var account = "account:" + event.account();
    return switch (event) {
      case AccountRegistered e -> Set.of(account, "login:" + e.loginIndex());
      case LoginChanged e -> Set.of(account, "login:" + e.previous(), "login:" + e.loginIndex());
      case AccountErased e -> Set.of(account, "login:" + e.loginIndex(), "erased:accounts");
      case AccountLocked _,
          AccountUnlocked _,
          AccountDisabled _,
          AccountEnabled _,
          RoleGranted _,
          RoleRevoked _,
          AllSessionsRevoked _ ->
          Set.of(account);
    };
  }
}
