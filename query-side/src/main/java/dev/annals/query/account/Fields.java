package dev.annals.query.account;

import dev.annals.account.Role;
import dev.annals.crypto.Sealed;
import dev.annals.query.credential.AccountState;
import dev.annals.query.credential.KeyState;
import dev.annals.query.credential.PasswordState;
import dev.annals.query.credential.SignInState;
import dev.annals.query.view.Value;
import dev.annals.query.view.Value.Personal;
import dev.annals.query.view.Words;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** States field by field, by the names under which they are shown. */
final class Fields {
  private Fields() {}

  static Map<String, Value> of(AccountState state) {
    var fields = new LinkedHashMap<String, Value>();
    put(fields, "login", state.login(), "login");
    put(fields, "display_name", state.displayName(), "display-name");
    fields.put("locked", Value.of(state.locked()));
    fields.put("disabled", Value.of(state.disabled()));
    fields.put("erased", Value.of(state.erased()));
    fields.put(
        "roles",
        Value.of(state.roles().stream().map(Role::value).collect(Collectors.joining(" "))));
    put(fields, "registered_at", Optional.of(state.registeredAt()));
    state.password().ifPresent(password -> add(fields, password));
    return fields;
  }

  private static void add(Map<String, Value> fields, PasswordState password) {
    fields.put("password", Value.of(Words.of(password.origin())));
    put(fields, "password_set_at", Optional.of(password.setAt()));
    put(fields, "password_good_until", password.goodUntil());
    put(fields, "password_used_at", password.usedAt());
  }

  static Map<String, Value> of(SignInState state) {
    var fields = new LinkedHashMap<String, Value>();
    state
        .lastSuccess()
        .ifPresent(success -> {
          put(fields, "last_success_at", Optional.of(success.at()));
          fields.put("last_success_method", Value.of(Words.of(success.method())));
          fields.put("last_success_family", Value.of(success.family()));
        });
    state
        .lastFailure()
        .ifPresent(failure -> {
          put(fields, "last_failure_at", Optional.of(failure.at()));
          fields.put("last_failure_reason", Value.of(Words.of(failure.reason())));
        });
    if (state.consecutiveFailures() > 0) {
      fields.put("consecutive_failures", Value.of(state.consecutiveFailures()));
    }
    put(fields, "wait_until", state.waitUntil());
    return fields;
  }

  static Map<String, Value> of(KeyState state) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("kind", Value.of(state.kind().text()));
    fields.put("name", Value.of(state.name()));
    put(fields, "issued_at", Optional.of(state.issuedAt()));
    put(fields, "expires_at", state.expiresAt());
    put(fields, "rotated_at", state.rotatedAt());
    put(fields, "previous_good_until", state.previousGoodUntil());
    put(fields, "revoked_at", state.revokedAt());
    return fields;
  }

  static Map<String, Value> of(SubjectState state) {
    var fields = new LinkedHashMap<String, Value>();
    put(fields, "name", state.name(), "federated-subject");
    return fields;
  }

  private static void put(
      Map<String, Value> fields, String name, Optional<Sealed> sealed, String purpose) {
    sealed.ifPresent(value -> fields.put(name, new Personal(value, purpose)));
  }

  private static void put(Map<String, Value> fields, String name, Optional<Instant> at) {
    at.ifPresent(value -> fields.put(name, Value.of(value)));
  }
}
