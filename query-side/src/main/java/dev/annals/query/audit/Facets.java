package dev.annals.query.audit;

import dev.annals.account.AccountEvent;
import dev.annals.account.AccountId;
import dev.annals.audit.AuditEvent;
import dev.annals.audit.AuditEvent.AuditTrailRead;
import dev.annals.client.ApiKeyEvent;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRevoked;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.company.CompanyEvent;
import dev.annals.company.CompanyEvent.CompanyFounded;
import dev.annals.credential.CredentialEvent;
import dev.annals.credential.CredentialEvent.OneTimePasswordUsed;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordRehashed;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.credential.CredentialEvent.PasswordSet;
import dev.annals.credential.CredentialEvent.WrongPasswordsForgiven;
import dev.annals.event.Event;
import dev.annals.federation.FederationEvent;
import dev.annals.installation.InstallationEvent;
import dev.annals.installation.InstallationEvent.AdministratorAppointed;
import dev.annals.installation.InstallationEvent.InstallationFounded;
import dev.annals.installation.InstallationEvent.KeyEncryptionKeyReplaced;
import dev.annals.query.view.Recorded;
import dev.annals.query.view.Words;
import dev.annals.request.RequestEvent;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent;
import dev.annals.session.SessionEvent.AccessTokenRevoked;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.OfSession;
import dev.annals.session.SessionEvent.RefreshTokenReused;
import dev.annals.session.SessionEvent.RefusalsCounted;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.SignInRefused;
import dev.annals.session.SessionEvent.StrangerRefused;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.SessionId;
import dev.annals.token.SigningKeyEvent;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * By what an event is looked for.
 *
 * @param outcome {@code accepted}, {@code refused}, or {@code noted} for what Annals writes down
 *     that nobody asked for; the same for every event of a name
 * @param reason why it was refused
 * @param account whom it is about
 * @param session which session it belongs to
 * @param actor who did it
 * @param family the API family it came through
 * @param addressIndex the client's address, as a keyed hash
 */
public record Facets(
    String outcome,
    Optional<String> reason,
    Optional<UUID> account,
    Optional<UUID> session,
    String actor,
    String family,
    Optional<String> addressIndex) {
  private static final String ACCEPTED = "accepted";
  private static final String REFUSED = "refused";
  private static final String NOTED = "noted";

  /** What the payload alone says. */
  private record Said(
      String outcome, @Nullable String reason, @Nullable UUID account, @Nullable UUID session) {

    static Said accepted() {
      return new Said(ACCEPTED, null, null, null);
    }

    static Said accepted(AccountId account) {
      return new Said(ACCEPTED, null, account.value(), null);
    }

    static Said noted() {
      return new Said(NOTED, null, null, null);
    }

    static Said noted(AccountId account) {
      return new Said(NOTED, null, account.value(), null);
    }

    static Said refused(String reason) {
      return new Said(REFUSED, reason, null, null);
    }

    Said about(Optional<AccountId> whom) {
      return new Said(outcome, reason, whom.map(AccountId::value).orElse(account), session);
    }

    Said in(SessionId which) {
      return new Said(outcome, reason, account, which.value());
    }

    Said in(Optional<SessionId> which) {
      return which.map(this::in).orElse(this);
    }
  }

  public static Facets of(Recorded recorded) {
    var said = said(recorded.event());
    var circumstances = recorded.circumstances();
    return new Facets(
        said.outcome(),
        Optional.ofNullable(said.reason()),
        Optional.ofNullable(said.account()).or(circumstances::subject),
        Optional.ofNullable(said.session()),
        circumstances.actor().value(),
        circumstances.family(),
        circumstances.addressIndex());
  }

  private static Said said(Event event) {
    return switch (event) {
      case AccountEvent e -> Said.accepted(e.account());
      case FederationEvent e -> Said.accepted(e.account());
      case CredentialEvent e -> credential(e);
      case SessionEvent e -> session(e);
      case ApiKeyEvent e -> apiKey(e);
      case CompanyEvent e -> company(e);
      case InstallationEvent e -> installation(e);
      case SigningKeyEvent _ -> Said.accepted();
      case AuditEvent e -> audit(e);
      case RequestEvent _ -> Said.noted();
      default -> throw new IllegalArgumentException("of no family: " + event.getClass().getName());
    };
  }

  private static Said credential(CredentialEvent event) {
    var account = event.account();
    return switch (event) {
      case PasswordSet _, PasswordReset _ -> Said.accepted(account);
      case PasswordChanged e -> Said.accepted(account).in(e.session());
      case OneTimePasswordUsed e -> Said.noted(account).in(e.session());
      case PasswordRehashed _, WrongPasswordsForgiven _ -> Said.noted(account);
      case PasswordRejected _ ->
          Said.refused(Words.of(RefusalReason.WRONG_PASSWORD)).about(Optional.of(account));
    };
  }

  private static Said session(SessionEvent event) {
    return switch (event) {
      case SignInRefused e -> Said.refused(Words.of(e.reason())).about(e.account());
      case StrangerRefused _ -> Said.refused(Words.of(RefusalReason.SUBJECT_UNKNOWN));
      case RefusalsCounted e -> Said.refused(Words.of(e.reason()));
      case OfSession e -> ofSession(e).about(Optional.of(e.account())).in(e.session());
    };
  }

  private static Said ofSession(OfSession event) {
    return switch (event) {
      case SessionStarted _,
          TokensIssued _,
          ForeignTokensIssued _,
          AccessTokenRevoked _,
          SessionEnded _ ->
          Said.accepted();
      case RefreshTokenReused _ -> Said.refused("refresh_token_reused");
    };
  }

  private static Said apiKey(ApiKeyEvent event) {
    return switch (event) {
      case ApiKeyIssued e -> Said.accepted(e.account());
      case ApiKeyRotated _, ApiKeyRevoked _ -> Said.accepted();
    };
  }

  private static Said company(CompanyEvent event) {
    return switch (event) {
      case CompanyFounded e -> Said.accepted(e.account());
    };
  }

  private static Said installation(InstallationEvent event) {
    return switch (event) {
      case InstallationFounded _, KeyEncryptionKeyReplaced _ -> Said.accepted();
      case AdministratorAppointed e -> Said.accepted(e.account());
    };
  }

  private static Said audit(AuditEvent event) {
    return switch (event) {
      case AuditTrailRead e -> Said.noted().about(e.account()).in(e.session());
    };
  }
}
