package dev.annals.command.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be sent to the command side: each endpoint with a body that is well-formed. */
enum Endpoint {
  REGISTER(
      Who.ADMINISTRATOR,
      "/v1/register",
      Field.text("login", "new-person"),
      Field.text("password", Annals.PASSWORD),
      Field.text("display_name", "Ada").optional()),
  SIGN_IN(
      Who.ANYBODY,
      "/v1/sign-in",
      Field.text("login", "nobody-at-all"),
      Field.text("password", Annals.PASSWORD)),
  FEDERATED_SIGN_IN(Who.ANYBODY, "/v1/federated-sign-in", Field.text("token", "a.b.c")),
  REFRESH_TOKEN(Who.ANYBODY, "/v1/refresh-token", Field.text("refresh_token", "anr_x")),
  SIGN_OUT(Who.PERSON, "/v1/sign-out"),
  CHANGE_PASSWORD(
      Who.PERSON,
      "/v1/change-password",
      Field.text("current_password", "some password that is wrong 47"),
      Field.text("new_password", "some password that is new 48")),
  RESET_PASSWORD(
      Who.ADMINISTRATOR,
      "/v1/reset-password",
      Field.id("account_id"),
      Field.text("one_time_password", "some password for one time 49")),
  LOCK_ACCOUNT(Who.ADMINISTRATOR, "/v1/lock-account", Field.id("account_id")),
  UNLOCK_ACCOUNT(Who.ADMINISTRATOR, "/v1/unlock-account", Field.id("account_id")),
  DISABLE_ACCOUNT(Who.ADMINISTRATOR, "/v1/disable-account", Field.id("account_id")),
  ENABLE_ACCOUNT(Who.ADMINISTRATOR, "/v1/enable-account", Field.id("account_id")),
  ERASE_ACCOUNT(Who.ADMINISTRATOR, "/v1/erase-account", Field.id("account_id")),
  GRANT_ROLE(
      Who.ADMINISTRATOR, "/v1/grant-role", Field.id("account_id"), Field.text("role", "auditor")),
  REVOKE_ROLE(
      Who.ADMINISTRATOR, "/v1/revoke-role", Field.id("account_id"), Field.text("role", "auditor")),
  CHANGE_LOGIN(
      Who.ADMINISTRATOR, "/v1/change-login", Field.id("account_id"), Field.text("login", "other")),
  LINK_FEDERATED_SUBJECT(
      Who.ADMINISTRATOR,
      "/v1/link-federated-subject",
      Field.id("account_id"),
      Field.text("issuer", "https://id.example/"),
      Field.text("subject", "auth0|1")),
  UNLINK_FEDERATED_SUBJECT(
      Who.ADMINISTRATOR,
      "/v1/unlink-federated-subject",
      Field.text("issuer", "https://id.example/"),
      Field.text("subject", "auth0|1")),
  REVOKE_SESSION(Who.PROGRAM, "/v1/revoke-session", Field.id("session_id")),
  REVOKE_ALL_SESSIONS(Who.PROGRAM, "/v1/revoke-all-sessions", Field.id("account_id").optional()),
  ISSUE_API_KEY(
      Who.PROGRAM,
      "/v1/issue-api-key",
      Field.id("account_id").optional(),
      Field.text("name", "gateway"),
      Field.text("expires_at", "2999-01-01T00:00:00Z").exact().optional(),
      Field.text("kind", "private_token").exact().optional(),
      Field.text("secret", "0b5e7f2a-93c4-4d1e-8a6f-1c2d3e4f5a6b").exact().optional()),
  ROTATE_API_KEY(
      Who.PROGRAM,
      "/v1/rotate-api-key",
      Field.id("api_key_id"),
      Field.number("grace_seconds", 60).optional()),
  REVOKE_API_KEY(Who.PROGRAM, "/v1/revoke-api-key", Field.id("api_key_id")),
  ROTATE_SIGNING_KEY(
      Who.ADMINISTRATOR,
      "/v1/rotate-signing-key",
      Field.text("algorithm", "EdDSA").exact().optional());

  /** Who may call it, at least. */
  enum Who {
    ANYBODY,
    PERSON,
    PROGRAM,
    ADMINISTRATOR
  }

  /**
   * One field of a body.
   *
   * @param isExact no other text than of this form is taken
   */
  record Field(String name, Object example, boolean isExact, boolean isOptional) {
    static Field text(String name, String example) {
      return new Field(name, example, false, false);
    }

    /** Of something that does not exist. */
    static Field id(String name) {
      return new Field(name, "01890000-0000-7000-8000-000000000000", true, false);
    }

    static Field number(String name, long example) {
      return new Field(name, example, true, false);
    }

    Field exact() {
      return new Field(name, example, true, isOptional);
    }

    Field optional() {
      return new Field(name, example, isExact, true);
    }

    boolean isSecret() {
      return name.endsWith("password") || name.endsWith("token");
    }

    boolean isNumber() {
      return example instanceof Number;
    }
  }

  private final Who who;
  private final String path;

  @SuppressWarnings("ImmutableEnumChecker") // a List.of that holds strings and numbers
  private final List<Field> fields;

  Endpoint(Who who, String path, Field... fields) {
    this.who = who;
    this.path = path;
    this.fields = List.of(fields);
  }

  Who who() {
    return who;
  }

  String path() {
    return path;
  }

  List<Field> fields() {
    return fields;
  }

  boolean hasBody() {
    return !fields.isEmpty();
  }

  Map<String, Object> example() {
    var body = new LinkedHashMap<String, Object>();
    fields.forEach(field -> body.put(field.name(), field.example()));
    return body;
  }

  /** The example with one field's JSON in place of its own; null leaves the field out. */
  String with(Field changed, @Nullable String json) {
    List<String> members = new ArrayList<>();
    for (var field : fields) {
      var value = field.equals(changed) ? json : Json.write(field.example());
      if (value != null) {
        members.add("\"" + field.name() + "\":" + value);
      }
    }
    return members.stream().collect(Collectors.joining(",", "{", "}"));
  }
}
