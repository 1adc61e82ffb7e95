package dev.annals.catalogue;

import dev.annals.account.AccountEvent;
import dev.annals.audit.AuditEvent;
import dev.annals.client.ApiKeyEvent;
import dev.annals.company.CompanyEvent;
import dev.annals.credential.CredentialEvent;
import dev.annals.event.Event;
import dev.annals.event.EventName;
import dev.annals.federation.FederationEvent;
import dev.annals.installation.InstallationEvent;
import dev.annals.request.RequestEvent;
import dev.annals.session.SessionEvent;
import dev.annals.token.SigningKeyEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every fact's name and version on disk. A name, once here, is never changed or given away. */
public final class EventCatalogue {
  private static final List<Entry> ENTRIES =
      List.of(
          name("account.registered", 1, AccountEvent.AccountRegistered.class),
          name("account.login_changed", 1, AccountEvent.LoginChanged.class),
          name("account.role_granted", 1, AccountEvent.RoleGranted.class),
          name("account.role_revoked", 1, AccountEvent.RoleRevoked.class),
          name("account.locked", 1, AccountEvent.AccountLocked.class),
          name("account.unlocked", 1, AccountEvent.AccountUnlocked.class),
          name("account.disabled", 1, AccountEvent.AccountDisabled.class),
          name("account.enabled", 1, AccountEvent.AccountEnabled.class),
          name("account.all_sessions_revoked", 1, AccountEvent.AllSessionsRevoked.class),
          name("account.erased", 1, AccountEvent.AccountErased.class),
          name("federated_subject.linked", 1, FederationEvent.FederatedSubjectLinked.class),
          name("federated_subject.unlinked", 1, FederationEvent.FederatedSubjectUnlinked.class),
          name("password.set", 1, CredentialEvent.PasswordSet.class),
          name("password.changed", 1, CredentialEvent.PasswordChanged.class),
          name("password.reset", 1, CredentialEvent.PasswordReset.class),
          name("password.one_time_used", 1, CredentialEvent.OneTimePasswordUsed.class),
          name("password.rehashed", 1, CredentialEvent.PasswordRehashed.class),
          name("password.rejected", 1, CredentialEvent.PasswordRejected.class),
          name("password.wrong_ones_forgiven", 1, CredentialEvent.WrongPasswordsForgiven.class),
          name("sign_in.refused", 1, SessionEvent.SignInRefused.class),
          name("sign_in.stranger_refused", 1, SessionEvent.StrangerRefused.class),
          name("sign_in.refusals_counted", 1, SessionEvent.RefusalsCounted.class),
          name("session.started", 3, SessionEvent.SessionStarted.class),
          name("session.tokens_issued", 1, SessionEvent.TokensIssued.class),
          name("session.foreign_tokens_issued", 1, SessionEvent.ForeignTokensIssued.class),
          name("session.refresh_token_reused", 1, SessionEvent.RefreshTokenReused.class),
          name("session.access_token_revoked", 1, SessionEvent.AccessTokenRevoked.class),
          name("session.ended", 1, SessionEvent.SessionEnded.class),
          name("api_key.issued", 2, ApiKeyEvent.ApiKeyIssued.class),
          name("api_key.rotated", 1, ApiKeyEvent.ApiKeyRotated.class),
          name("api_key.revoked", 1, ApiKeyEvent.ApiKeyRevoked.class),
          name("signing_key.created", 1, SigningKeyEvent.SigningKeyCreated.class),
          name("signing_key.shared_created", 1, SigningKeyEvent.SharedKeyCreated.class),
          name("signing_key.retired", 1, SigningKeyEvent.SigningKeyRetired.class),
          name("installation.founded", 1, InstallationEvent.InstallationFounded.class),
          name(
              "installation.administrator_appointed",
              1,
              InstallationEvent.AdministratorAppointed.class),
          name("installation.kek_replaced", 1, InstallationEvent.KeyEncryptionKeyReplaced.class),
          name("company.founded", 1, CompanyEvent.CompanyFounded.class),
          name("request.answered", 1, RequestEvent.CommandAnswered.class),
          name("audit_trail.read", 1, AuditEvent.AuditTrailRead.class));

  private static final Map<Class<?>, EventName> NAMES = new HashMap<>();
  private static final Map<String, Entry> BY_NAME = new HashMap<>();

  static {
    for (var entry : ENTRIES) {
      NAMES.put(entry.type(), entry.name());
      BY_NAME.put(entry.name().name(), entry);
    }
  }

  private EventCatalogue() {}

  record Entry(EventName name, Class<? extends Event> type) {}

  /** The name under which events of this class are written today. */
  public static EventName nameOf(Class<? extends Event> type) {
    var name = NAMES.get(type);
    if (name == null) {
      throw new IllegalArgumentException(type.getName() + " is not in the catalogue");
    }
    return name;
  }

  static Entry entry(String name) {
    var entry = BY_NAME.get(name);
    if (entry == null) {
      throw new UnreadableEvent("no event is called " + name);
    }
    return entry;
  }

  /** All names, in the order of their stories. */
  public static Collection<EventName> names() {
    return ENTRIES.stream().map(Entry::name).toList();
  }

  private static Entry name(String name, int version, Class<? extends Event> type) {
    return new Entry(new EventName(name, version), type);
  }
}
