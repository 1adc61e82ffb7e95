package dev.annals.query.proof;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountEnabled;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountEvent.AccountUnlocked;
import dev.annals.account.AccountEvent.LoginChanged;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountEvent.RoleRevoked;
import dev.annals.account.AccountId;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRevoked;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.client.ApiKeyId;
import dev.annals.credential.CredentialEvent.OneTimePasswordUsed;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.credential.CredentialEvent.PasswordSet;
import dev.annals.credential.CredentialEvent.WrongPasswordsForgiven;
import dev.annals.event.Event;
import dev.annals.federation.FederationEvent.FederatedSubjectLinked;
import dev.annals.federation.FederationEvent.FederatedSubjectUnlinked;
import dev.annals.query.view.Recorded;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.SignInRefused;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads every event from the first on and notes what it says of one account, in plain words. */
final class AccountReplay {
  private final AccountId account;
  private final Map<String, String> facts = new TreeMap<>();
  private final TreeSet<String> roles = new TreeSet<>();
  private final Map<ApiKeyId, Map<String, String>> keys =
      new TreeMap<>(Comparator.comparing(ApiKeyId::toString));
  private final Map<String, String> subjects = new TreeMap<>();
  private int failures;

  private AccountReplay(AccountId account) {
    this.account = account;
  }

  /** All that was known of an account after a position; nothing before it was registered. */
  static Map<String, String> replay(List<Recorded> history, AccountId account, long position) {
    var replay = new AccountReplay(account);
    for (var recorded : history) {
      if (recorded.position() <= position) {
        replay.read(recorded.event());
      }
    }
    return replay.all();
  }

  private Map<String, String> all() {
    if (facts.isEmpty()) {
      return facts;
    }
    facts.put("roles", roles.toString());
    facts.put("failures", String.valueOf(failures));
    keys.forEach((key, known) -> known.forEach((what, is) -> facts.put(key + " " + what, is)));
    subjects.forEach((subject, known) -> facts.put("subject " + subject, known));
    return facts;
  }

  private void read(Event event) {
    switch (event) {
      case AccountRegistered e when mine(e.account()) -> {
        facts.put("login", e.login().text());
        e.displayName().ifPresent(name -> facts.put("name", name.text()));
        facts.put("registered", e.at().toString());
      }
      case LoginChanged e when mine(e.account()) -> facts.put("login", e.login().text());
      case RoleGranted e when mine(e.account()) -> roles.add(e.role().value());
      case RoleRevoked e when mine(e.account()) -> roles.remove(e.role().value());
      case AccountLocked e when mine(e.account()) -> facts.put("locked", "yes");
      case AccountUnlocked e when mine(e.account()) -> facts.remove("locked");
      case AccountDisabled e when mine(e.account()) -> facts.put("disabled", "yes");
      case AccountEnabled e when mine(e.account()) -> facts.remove("disabled");
      case AccountErased e when mine(e.account()) -> erase();
      case PasswordSet e when mine(e.account()) -> password("REGISTRATION " + e.at());
      case PasswordChanged e when mine(e.account()) -> password("OWN_CHANGE " + e.at());
      case PasswordReset e when mine(e.account()) ->
          password("RESET " + e.at() + " until " + e.goodUntil());
      case OneTimePasswordUsed e when mine(e.account()) ->
          facts.merge("password", " used " + e.at(), String::concat);
      case PasswordRejected e when mine(e.account()) -> {
        failures = e.consecutive();
        facts.put("failure", "WRONG_PASSWORD " + e.at());
        facts.remove("wait");
        e.waitUntil().ifPresent(until -> facts.put("wait", until.toString()));
      }
      case WrongPasswordsForgiven e when mine(e.account()) -> noFailures();
      case SignInRefused e when e.account().isPresent() && mine(e.account().get()) ->
          facts.put("failure", e.reason() + " " + e.at());
      case SessionStarted e when mine(e.account()) ->
          facts.put("success", e.method() + " " + e.family() + " " + e.at());
      case FederatedSubjectLinked e when mine(e.account()) ->
          subjects.put(e.subject().value(), e.name() + " since " + e.at());
      case FederatedSubjectUnlinked e when mine(e.account()) ->
          subjects.remove(e.subject().value());
      case ApiKeyIssued e when mine(e.account()) -> issued(e);
      case ApiKeyRotated e when keys.containsKey(e.key()) -> rotated(e, keys.get(e.key()));
      case ApiKeyRevoked e when keys.containsKey(e.key()) -> {
        keys.get(e.key()).put("revoked", e.at().toString());
        keys.get(e.key()).remove("previous");
      }
      default -> {}
    }
  }

  private boolean mine(AccountId other) {
    return other.equals(account);
  }

  private void erase() {
    for (var personal : List.of("login", "name", "locked", "disabled", "password")) {
      facts.remove(personal);
    }
    facts.put("erased", "yes");
    roles.clear();
    noFailures();
  }

  private void password(String how) {
    facts.put("password", how);
    noFailures();
  }

  private void noFailures() {
    failures = 0;
    facts.remove("wait");
  }

  private void issued(ApiKeyIssued e) {
    var key = new TreeMap<String, String>();
    key.put("is", e.kind() + " " + e.name());
    key.put("issued", e.at().toString());
    e.expiresAt().ifPresent(end -> key.put("expires", end.toString()));
    keys.put(e.key(), key);
  }

  private static void rotated(ApiKeyRotated e, Map<String, String> key) {
    key.put("rotated", e.at().toString());
    if (!e.previousGoodUntil().isAfter(e.at())) {
      key.remove("previous");
    } else {
      var until = key.getOrDefault("previous", e.previousGoodUntil().toString());
      key.put(
          "previous",
          Instant.parse(until).isAfter(e.previousGoodUntil())
              ? until
              : e.previousGoodUntil().toString());
    }
  }
}
