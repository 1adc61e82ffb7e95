package dev.annals.query.audit;

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
import dev.annals.audit.AuditEvent;
import dev.annals.audit.AuditEvent.AuditTrailRead;
import dev.annals.client.ApiKeyEvent;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRevoked;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.client.KeyKind;
import dev.annals.company.CompanyEvent;
import dev.annals.company.CompanyEvent.CompanyFounded;
import dev.annals.credential.CredentialEvent;
import dev.annals.event.Event;
import dev.annals.federation.FederationEvent;
import dev.annals.federation.FederationEvent.FederatedSubjectLinked;
import dev.annals.federation.FederationEvent.FederatedSubjectUnlinked;
import dev.annals.installation.InstallationEvent;
import dev.annals.installation.InstallationEvent.AdministratorAppointed;
import dev.annals.installation.InstallationEvent.InstallationFounded;
import dev.annals.installation.InstallationEvent.KeyEncryptionKeyReplaced;
import dev.annals.request.RequestEvent;
import dev.annals.request.RequestEvent.CommandAnswered;
import dev.annals.session.SessionEvent;
import dev.annals.token.SigningKeyEvent;
import dev.annals.token.SigningKeyEvent.SharedKeyCreated;
import dev.annals.token.SigningKeyEvent.SigningKeyCreated;
import dev.annals.token.SigningKeyEvent.SigningKeyRetired;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Says in plain English what happened. Nothing sealed, hashed or secret gets into a sentence. */
final class Sentences {
  private Sentences() {}

  static String of(Event event) {
    return switch (event) {
      case AccountEvent e -> account(e);
      case FederationEvent e -> federation(e);
      case CredentialEvent e -> PasswordSentences.of(e);
      case SessionEvent e -> SessionSentences.of(e);
      case ApiKeyEvent e -> key(e);
      case SigningKeyEvent e -> signingKey(e);
      case InstallationEvent e -> installation(e);
      case CompanyEvent e -> company(e);
      case RequestEvent e -> request(e);
      case AuditEvent e -> audit(e);
      default -> throw new IllegalStateException(event.getClass() + " is in no story known here");
    };
  }

  private static String account(AccountEvent event) {
    return switch (event) {
      case AccountRegistered _ -> "An account was registered.";
      case LoginChanged _ -> "The account got another login; the previous one is free.";
      case RoleGranted e -> "The account was granted the role " + e.role() + ".";
      case RoleRevoked e -> "The role " + e.role() + " was taken from the account.";
      case AccountLocked _ -> "The account was locked, which ended all its sessions.";
      case AccountUnlocked _ -> "The account was unlocked.";
      case AccountDisabled _ -> "The account was disabled, which ended all its sessions.";
      case AccountEnabled _ -> "The account was enabled again.";
      case AllSessionsRevoked _ -> "All sessions of the account were revoked.";
      case AccountErased _ ->
          "The person was erased: what was personal can no longer be read by anybody.";
    };
  }

  private static String federation(FederationEvent event) {
    return switch (event) {
      case FederatedSubjectLinked _ ->
          "A subject of another issuer was linked to the account and may sign in to it.";
      case FederatedSubjectUnlinked _ ->
          "A subject of another issuer was unlinked from the account.";
    };
  }

  private static String key(ApiKeyEvent event) {
    return switch (event) {
      case ApiKeyIssued e ->
          "%s named \"%s\" was issued%s."
              .formatted(
                  kind(e.kind()),
                  e.name(),
                  e.expiresAt().map(end -> ", good until " + end).orElse(", without an end"));
      case ApiKeyRotated e ->
          "The key got another secret; the previous one is good until %s."
              .formatted(e.previousGoodUntil());
      case ApiKeyRevoked _ -> "The key was revoked: none of its secrets is good any more.";
    };
  }

  private static String kind(KeyKind kind) {
    return switch (kind) {
      case API_KEY -> "An API key";
      case SERVICE_TOKEN -> "A service token";
      case PRIVATE_TOKEN -> "A private token";
    };
  }

  private static String signingKey(SigningKeyEvent event) {
    return switch (event) {
      case SigningKeyCreated e ->
          "A signing key (%s) was created; tokens are signed with it from now on."
              .formatted(e.algorithm());
      case SharedKeyCreated e ->
          "A shared key was created; tokens of the family %s are signed with it from now on."
              .formatted(e.family());
      case SigningKeyRetired e ->
          "A signing key was retired; tokens signed with it are believed until %s."
              .formatted(e.publishedUntil());
    };
  }

  private static String installation(InstallationEvent event) {
    return switch (event) {
      case InstallationFounded _ -> "The installation was founded: the log begins.";
      case KeyEncryptionKeyReplaced e ->
          "The key-encryption key %s took over from %s.".formatted(e.current(), e.former());
      case AdministratorAppointed _ -> "The first administrator was appointed.";
    };
  }

  private static String company(CompanyEvent event) {
    return switch (event) {
      case CompanyFounded _ -> "The company was signed up.";
    };
  }

  private static String request(RequestEvent event) {
    return switch (event) {
      case CommandAnswered _ ->
          "A request with an Idempotency-Key was answered; the answer is remembered, sealed.";
    };
  }

  private static String audit(AuditEvent event) {
    return switch (event) {
      case AuditTrailRead e ->
          "The records were read: %s%s, as they were up to position %d."
              .formatted(e.question(), filters(e), e.upTo());
    };
  }

  /** An address is asked for by its keyed index, which says nothing to people. */
  private static String filters(AuditTrailRead event) {
    return event.filters().isEmpty()
        ? ""
        : Arrays.stream(event.filters().split("&"))
            .map(filter -> filter.startsWith("address=") ? "one address" : filter)
            .collect(Collectors.joining(", ", ", asking for ", ""));
  }
}
