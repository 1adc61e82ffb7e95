package dev.annals.catalogue;

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
import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.account.Role;
import dev.annals.audit.AuditEvent.AuditTrailRead;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRevoked;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.company.CompanyEvent.CompanyFounded;
import dev.annals.credential.CredentialEvent.OneTimePasswordUsed;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordRehashed;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.credential.CredentialEvent.PasswordSet;
import dev.annals.credential.CredentialEvent.WrongPasswordsForgiven;
import dev.annals.crypto.KeyId;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.SecretHash;
import dev.annals.crypto.SigningAlgorithm;
import dev.annals.event.Event;
import dev.annals.federation.FederationEvent.FederatedSubjectLinked;
import dev.annals.federation.FederationEvent.FederatedSubjectUnlinked;
import dev.annals.federation.SubjectIndex;
import dev.annals.installation.InstallationEvent.AdministratorAppointed;
import dev.annals.installation.InstallationEvent.InstallationFounded;
import dev.annals.installation.InstallationEvent.KeyEncryptionKeyReplaced;
import dev.annals.installation.InstallationId;
import dev.annals.request.RequestEvent.CommandAnswered;
import dev.annals.session.AccessGrant;
import dev.annals.session.EndReason;
import dev.annals.session.Family;
import dev.annals.session.ForeignGrant;
import dev.annals.session.RefreshGrant;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.AccessTokenRevoked;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.RefreshTokenReused;
import dev.annals.session.SessionEvent.RefusalsCounted;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.SignInRefused;
import dev.annals.session.SessionEvent.StrangerRefused;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.SessionId;
import dev.annals.session.SignInMethod;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import dev.annals.token.SigningKeyEvent.SharedKeyCreated;
import dev.annals.token.SigningKeyEvent.SigningKeyCreated;
import dev.annals.token.SigningKeyEvent.SigningKeyRetired;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One event of every kind. */
public final class SampleEvents {
  private static final AccountId ADA = AccountId.parse("0199f3a0-0000-7000-8000-000000000001");
  private static final SessionId SESSION = SessionId.parse("0199f3a0-0000-7000-8000-000000000002");
  private static final ApiKeyId KEY = ApiKeyId.parse("0199f3a0-0000-7000-8000-000000000003");
  private static final TokenId TOKEN = TokenId.parse("0199f3a0-0000-7000-8000-000000000004");
  private static final KeyId KID = new KeyId("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
  private static final LoginIndex LOGIN = new LoginIndex("A".repeat(43));
  private static final LoginIndex OTHER = new LoginIndex("B".repeat(43));
  private static final SubjectIndex SUBJECT = new SubjectIndex("S".repeat(43));
  private static final SecretHash HASH = new SecretHash("C".repeat(43));
  private static final Sealed SEALED = new Sealed("account:" + ADA + "/c2VhbGVk");
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");
  private static final Instant LATER = NOON.plus(Duration.ofHours(1));
  private static final Role ADMIN = Role.ADMIN;

  public static final List<Event> ALL =
      List.of(
          new AccountRegistered(ADA, LOGIN, SEALED, Optional.of(SEALED), NOON),
          new LoginChanged(ADA, LOGIN, OTHER, SEALED, NOON),
          new RoleGranted(ADA, ADMIN, NOON),
          new RoleRevoked(ADA, ADMIN, NOON),
          new AccountLocked(ADA, NOON),
          new AccountUnlocked(ADA, NOON),
          new AccountDisabled(ADA, NOON),
          new AccountEnabled(ADA, NOON),
          new AllSessionsRevoked(ADA, NOON),
          new AccountErased(ADA, LOGIN, NOON),
          new FederatedSubjectLinked(ADA, SUBJECT, SEALED, NOON),
          new FederatedSubjectUnlinked(ADA, SUBJECT, NOON),
          new PasswordSet(ADA, SEALED, NOON),
          new PasswordChanged(ADA, SESSION, SEALED, NOON),
          new PasswordReset(ADA, SEALED, LATER, NOON),
          new OneTimePasswordUsed(ADA, SESSION, NOON),
          new PasswordRehashed(ADA, SEALED, NOON),
          new PasswordRejected(ADA, 5, Optional.of(LATER), NOON),
          new WrongPasswordsForgiven(ADA, NOON),
          new SignInRefused(Optional.empty(), LOGIN, RefusalReason.UNKNOWN_LOGIN, NOON),
          new StrangerRefused(SUBJECT, NOON),
          new RefusalsCounted(RefusalReason.THROTTLED, 1_000_000, NOON, LATER),
          new SessionStarted(SESSION, ADA, Family.ANNALS, SignInMethod.PASSWORD, LATER, true, NOON),
          new TokensIssued(SESSION, ADA, access(), new RefreshGrant(0, HASH, LATER), NOON),
          new ForeignTokensIssued(SESSION, ADA, List.of(foreign()), NOON),
          new RefreshTokenReused(SESSION, ADA, 0, NOON),
          new AccessTokenRevoked(SESSION, ADA, TOKEN, NOON),
          new SessionEnded(SESSION, ADA, EndReason.SIGNED_OUT, NOON),
          new ApiKeyIssued(KEY, ADA, KeyKind.API_KEY, "billing", HASH, Optional.empty(), NOON),
          new ApiKeyRotated(KEY, HASH, LATER, NOON),
          new ApiKeyRevoked(KEY, NOON),
          new SigningKeyCreated(KID, SigningAlgorithm.EDDSA, "{}", new Sealed("kek/AA"), NOON),
          new SharedKeyCreated(KID, new Family("datarhei"), new Sealed("kek/AA"), NOON),
          new SigningKeyRetired(KID, LATER, NOON),
          new InstallationFounded(new InstallationId(new UUID(1, 2)), new Sealed("kek/AA"), NOON),
          new AdministratorAppointed(ADA, NOON),
          new KeyEncryptionKeyReplaced("0a1b2c3d", "4e5f6071", SEALED, NOON),
          new CompanyFounded(ADA, SEALED, NOON),
          new CommandAnswered("k", "f", "sealed", NOON),
          new AuditTrailRead(
              "audit.events",
              Optional.of(ADA),
              Optional.empty(),
              "limit=100&outcome=refused",
              4711,
              NOON));

  private SampleEvents() {}

  private static AccessGrant access() {
    return new AccessGrant(
        TOKEN,
        KID,
        "https://id.example",
        "annals",
        "annals",
        "account",
        List.of(ADMIN),
        NOON,
        LATER);
  }

  private static ForeignGrant foreign() {
    return new ForeignGrant(TOKEN, KID, TokenUse.REFRESH, NOON, LATER, SEALED, HASH);
  }
}
