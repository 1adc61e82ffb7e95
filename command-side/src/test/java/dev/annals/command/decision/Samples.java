package dev.annals.command.decision;

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

/** The people, times and facts that the rules are told with. */
public final class Samples {
  public static final AccountId ADA = new AccountId(new UUID(0x7000, 1));
  public static final AccountId BOB = new AccountId(new UUID(0x7000, 2));

  /** The first administrator. */
  public static final AccountId GRACE = new AccountId(new UUID(0x7000, 7));

  public static final SessionId SESSION = new SessionId(new UUID(0x7000, 3));
  public static final SessionId ELSEWHERE = new SessionId(new UUID(0x7000, 4));
  public static final ApiKeyId KEY = new ApiKeyId(new UUID(0x7000, 5));
  public static final TokenId TOKEN = new TokenId(new UUID(0x7000, 6));
  public static final KeyId KID = new KeyId("first");
  public static final LoginIndex ADAS = new LoginIndex("A".repeat(43));
  public static final LoginIndex BOBS = new LoginIndex("B".repeat(43));
  public static final LoginIndex GRACES = new LoginIndex("G".repeat(43));
  public static final LoginIndex FREE = new LoginIndex("F".repeat(43));
  public static final SubjectIndex SUBJECT = new SubjectIndex("S".repeat(43));
  public static final Sealed LOGIN = sealed("login");
  public static final Sealed NAME = sealed("subject");
  public static final Sealed VERIFIER = sealed("verifier");
  public static final Sealed NEXT_VERIFIER = sealed("next-verifier");
  public static final Instant NOON = Instant.parse("2026-01-01T12:00:00.654321Z");
  public static final Instant LATER = NOON.plus(Duration.ofHours(1));
  public static final ForeignGrant FOREIGN =
      new ForeignGrant(TOKEN, KID, TokenUse.ACCESS, NOON, LATER, sealed("foreign"), hash('f'));

  public static final AccountRegistered REGISTERED =
      new AccountRegistered(ADA, ADAS, LOGIN, Optional.of(sealed("name")), NOON);
  public static final PasswordSet PASSWORD = new PasswordSet(ADA, VERIFIER, NOON);
  public static final FederatedSubjectLinked LINKED =
      new FederatedSubjectLinked(ADA, SUBJECT, NAME, NOON);
  public static final AccountErased ERASED = new AccountErased(ADA, ADAS, NOON);

  /** One of every kind. */
  public static final List<Event> ALL =
      List.of(
          REGISTERED,
          new LoginChanged(ADA, ADAS, FREE, LOGIN, NOON),
          new RoleGranted(ADA, Role.ADMIN, NOON),
          new RoleRevoked(ADA, Role.ADMIN, NOON),
          new AccountLocked(ADA, NOON),
          new AccountUnlocked(ADA, NOON),
          new AccountDisabled(ADA, NOON),
          new AccountEnabled(ADA, NOON),
          new AllSessionsRevoked(ADA, NOON),
          ERASED,
          LINKED,
          new FederatedSubjectUnlinked(ADA, SUBJECT, NOON),
          PASSWORD,
          new PasswordChanged(ADA, SESSION, NEXT_VERIFIER, NOON),
          new PasswordReset(ADA, NEXT_VERIFIER, LATER, NOON),
          new OneTimePasswordUsed(ADA, SESSION, NOON),
          new PasswordRehashed(ADA, NEXT_VERIFIER, NOON),
          new PasswordRejected(ADA, 5, Optional.of(LATER), NOON),
          new WrongPasswordsForgiven(ADA, NOON),
          new SignInRefused(Optional.of(ADA), ADAS, RefusalReason.LOCKED, NOON),
          new StrangerRefused(SUBJECT, NOON),
          new RefusalsCounted(RefusalReason.THROTTLED, 7, NOON, LATER),
          new SessionStarted(
              SESSION, ADA, Family.ANNALS, SignInMethod.PASSWORD, LATER, false, NOON),
          new ForeignTokensIssued(SESSION, ADA, List.of(FOREIGN), NOON),
          new TokensIssued(SESSION, ADA, access(), new RefreshGrant(0, hash('0'), LATER), NOON),
          new RefreshTokenReused(SESSION, ADA, 0, NOON),
          new AccessTokenRevoked(SESSION, ADA, TOKEN, NOON),
          new SessionEnded(SESSION, ADA, EndReason.SIGNED_OUT, NOON),
          new ApiKeyIssued(KEY, ADA, KeyKind.API_KEY, "billing", hash('1'), Optional.empty(), NOON),
          new ApiKeyRotated(KEY, hash('2'), LATER, NOON),
          new ApiKeyRevoked(KEY, NOON),
          new SigningKeyCreated(KID, SigningAlgorithm.EDDSA, "{}", new Sealed("kek/AA"), NOON),
          new SharedKeyCreated(KID, new Family("datarhei"), sealed("shared"), NOON),
          new SigningKeyRetired(KID, LATER, NOON),
          new InstallationFounded(new InstallationId(new UUID(1, 2)), new Sealed("kek/AA"), NOON),
          new AdministratorAppointed(ADA, NOON),
          new KeyEncryptionKeyReplaced("0a1b2c3d", "4e5f6071", new Sealed("kek/AA"), NOON),
          new CompanyFounded(ADA, sealed("company"), NOON),
          new CommandAnswered("k", "f", "sealed", NOON),
          new AuditTrailRead(
              "accounts.one", Optional.of(ADA), Optional.empty(), "as_of=7", 9, NOON));

  private Samples() {}

  public static Sealed sealed(String what) {
    return new Sealed("account:" + ADA + "/" + what);
  }

  public static SecretHash hash(char character) {
    return new SecretHash(Character.toString(character).repeat(43));
  }

  public static AccountRegistered registered(AccountId account, LoginIndex login) {
    return new AccountRegistered(account, login, LOGIN, Optional.empty(), NOON);
  }

  private static AccessGrant access() {
    return new AccessGrant(
        TOKEN, KID, "https://id.example", "annals", "annals", "account", List.of(), NOON, LATER);
  }
}
