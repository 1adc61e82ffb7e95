package dev.annals.query.audit;

import dev.annals.account.AccountEvent;
import dev.annals.audit.AuditEvent.AuditTrailRead;
import dev.annals.client.ApiKeyEvent;
import dev.annals.company.CompanyEvent.CompanyFounded;
import dev.annals.credential.CredentialEvent;
import dev.annals.event.Event;
import dev.annals.federation.FederationEvent;
import dev.annals.installation.InstallationEvent.AdministratorAppointed;
import dev.annals.installation.InstallationEvent.InstallationFounded;
import dev.annals.installation.InstallationEvent.KeyEncryptionKeyReplaced;
import dev.annals.request.RequestEvent;
import dev.annals.session.SessionEvent.AccessTokenRevoked;
import dev.annals.session.SessionEvent.OfSession;
import dev.annals.session.SessionEvent.RefusalsCounted;
import dev.annals.session.SessionEvent.SignInRefused;
import dev.annals.session.SessionEvent.StrangerRefused;
import dev.annals.token.SigningKeyEvent;
import java.util.Optional;

/** What an event was done to, in one word and its id. */
final class Target {
  private Target() {}

  static Optional<String> of(Event event) {
    return switch (event) {
      case AccountEvent e -> account(e.account());
      case CredentialEvent e -> account(e.account());
      case FederationEvent e -> account(e.account());
      case CompanyFounded e -> account(e.account());
      case AdministratorAppointed e -> account(e.account());
      case SignInRefused e -> e.account().flatMap(Target::account);
      case AccessTokenRevoked e -> Optional.of("token:" + e.jti());
      case OfSession e -> Optional.of("session:" + e.session());
      case ApiKeyEvent e -> Optional.of("api-key:" + e.key());
      case SigningKeyEvent e -> Optional.of("signing-key:" + e.kid());
      case InstallationFounded e -> Optional.of("installation:" + e.installation());
      case AuditTrailRead e ->
          e.session()
              .map(session -> "session:" + session)
              .or(() -> e.account().flatMap(Target::account));
      case StrangerRefused _, RefusalsCounted _, RequestEvent _, KeyEncryptionKeyReplaced _ ->
          Optional.empty();
      default -> throw new IllegalStateException(event.getClass() + " is in no story known here");
    };
  }

  private static Optional<String> account(Object id) {
    return Optional.of("account:" + id);
  }
}
