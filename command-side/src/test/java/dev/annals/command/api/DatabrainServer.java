package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.annals.store.TestPostgres;
import dev.annals.store.TestPostgres.Database;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What clients of Databrain do with a server, one word each. */
final class DatabrainServer implements AutoCloseable {
  static final String SIGN_UP = "/api/v2/admin-account";
  static final String SIGN_IN = "/api/v2/admin-account/jwt";
  static final String CREATE = "/api/v2/service-token";
  static final String ROTATE = "/api/v2/service-token/rotate";
  static final String RESET = "/api/v2/service-token/reset-password";

  /** It passes every rule of theirs, and is too short for ours. */
  static final String PASSWORD = "SecureP@ss1x";

  /** What others verify its tokens with. */
  static final byte[] SECRET =
      "a secret of sixty-four bytes that others know as well, more or less"
          .getBytes(java.nio.charset.StandardCharsets.UTF_8);

  private final SettableClock clock = new SettableClock();
  private final Database database = TestPostgres.freshDatabase();
  private final Server server;

  DatabrainServer(String... more) {
    Secrets.note(PASSWORD);
    var usual =
        Stream.of(
            "annals.compat.databrain.enabled=true",
            "annals.compat.datarhei.enabled=true",
            "annals.compat.databrain.secret=" + Base64.getEncoder().encodeToString(SECRET));
    server =
        Server.start(database, clock, Stream.concat(usual, Stream.of(more)).toArray(String[]::new));
  }

  Annals annals() {
    return server.annals();
  }

  /** The database goes away, or comes back. */
  void letDatabaseBe(boolean there) {
    TestPostgres.admin("alter database " + database.name() + " with allow_connections " + there);
    if (!there) {
      TestPostgres.admin(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
              + database.name()
              + "'");
    }
  }

  /** The same person, in another family. */
  Answer datarhei(String login, String password) {
    return post("/api/login", null).fields("username", login, "password", password).send().is(200);
  }

  SettableClock clock() {
    return clock;
  }

  Call post(String path, @Nullable String bearer) {
    return server.client().post(path).bearer(bearer);
  }

  Call signUp(String email) {
    return post(SIGN_UP, null)
        .fields(
            "firstName",
            "Ada",
            "email",
            email,
            "password",
            PASSWORD,
            "companyName",
            "Analytical Engines");
  }

  @CanIgnoreReturnValue
  Answer trySignIn(String email, String password) {
    return post(SIGN_IN, null).fields("email", email, "password", password).send();
  }

  /** Signs in, or up. */
  static String jwt(Answer answer) {
    var jwt = answer.is(200).isUncached().json().at("/data/accessToken").asString();
    Secrets.note(jwt);
    return jwt;
  }

  String signIn(String email, String password) {
    return jwt(trySignIn(email, password));
  }

  Answer create(String jwt, String token) {
    Secrets.note(token);
    return post(CREATE, jwt).fields("token", token).send();
  }

  /** As the older page has it. */
  Answer rotate(String jwt, String token, Object expireAt) {
    return post(ROTATE, jwt).fields("token", token, "expireAt", expireAt).send();
  }

  /** As the newer page has it. */
  Answer rotate(String token, Object expireAt) {
    return post(ROTATE, token).fields("expireAt", expireAt).send();
  }

  static String key(Answer answer) {
    var key = answer.is(200).isUncached().holds("key").field("key");
    Secrets.note(key);
    return key;
  }

  Call reset(String jwt, String current, String next) {
    return post(RESET, jwt).fields("currentPassword", current, "password", next);
  }

  static String uuid() {
    return UUID.randomUUID().toString();
  }

  /** An error in their form, and nothing else. */
  static void isError(Answer answer, int status, String code) {
    answer.is(status).holds("error");
    assertThat(answer.json().required("error").propertyNames()).containsExactly("message", "code");
    assertThat(answer.json().at("/error/code").asString()).as(answer::toString).isEqualTo(code);
    assertThat(answer.json().at("/error/message").isString()).isTrue();
    assertThat(answer.header("Content-Type")).contains("application/json");
  }

  @Override
  public void close() {
    server.close();
  }

  @Override
  public String toString() {
    return "DatabrainServer[" + server + "]";
  }
}
