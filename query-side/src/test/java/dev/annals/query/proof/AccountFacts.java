package dev.annals.query.proof;

import dev.annals.account.Role;
import dev.annals.crypto.Sealed;
import dev.annals.query.account.AccountPicture;
import java.util.Map;
import java.util.TreeMap;

/** What the view says of an account, in the words of {@link AccountReplay}. */
final class AccountFacts {
  private AccountFacts() {}

  static Map<String, String> of(AccountPicture picture) {
    var facts = new TreeMap<String, String>();
    var state = picture.state();
    state.login().map(Sealed::text).ifPresent(login -> facts.put("login", login));
    state.displayName().map(Sealed::text).ifPresent(name -> facts.put("name", name));
    facts.put("registered", state.registeredAt().toString());
    Map.of("locked", state.locked(), "disabled", state.disabled(), "erased", state.erased())
        .forEach((flag, set) -> {
          if (set) {
            facts.put(flag, "yes");
          }
        });
    facts.put("roles", state.roles().stream().map(Role::value).toList().toString());
    state
        .password()
        .ifPresent(password ->
            facts.put(
                "password",
                password.origin()
                    + " "
                    + password.setAt()
                    + password.goodUntil().map(until -> " until " + until).orElse("")
                    + password.usedAt().map(used -> " used " + used).orElse("")));
    addSignIns(facts, picture);
    picture.keys().forEach(key -> addKey(facts, key));
    picture
        .subjects()
        .forEach(
            link -> facts.put("subject " + link.subject(), link.name() + " since " + link.since()));
    return facts;
  }

  private static void addSignIns(Map<String, String> facts, AccountPicture picture) {
    var signIns = picture.signIns();
    signIns
        .lastSuccess()
        .ifPresent(
            last -> facts.put("success", last.method() + " " + last.family() + " " + last.at()));
    signIns.lastFailure().ifPresent(last -> facts.put("failure", last.reason() + " " + last.at()));
    facts.put("failures", String.valueOf(signIns.consecutiveFailures()));
    signIns.waitUntil().ifPresent(until -> facts.put("wait", until.toString()));
  }

  private static void addKey(Map<String, String> facts, AccountPicture.HeldKey key) {
    var state = key.state();
    facts.put(key.key() + " is", state.kind() + " " + state.name());
    facts.put(key.key() + " issued", state.issuedAt().toString());
    state.expiresAt().ifPresent(at -> facts.put(key.key() + " expires", at.toString()));
    state.rotatedAt().ifPresent(at -> facts.put(key.key() + " rotated", at.toString()));
    state.previousGoodUntil().ifPresent(at -> facts.put(key.key() + " previous", at.toString()));
    state.revokedAt().ifPresent(at -> facts.put(key.key() + " revoked", at.toString()));
  }
}
