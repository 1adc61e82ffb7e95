package dev.annals.command.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.annals.command.compat.Replayed;
import dev.annals.command.federation.TestIssuer;
import dev.annals.command.federation.TestKey;
import dev.annals.store.TestPostgres;
import dev.annals.store.TestPostgres.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A server that is a Core as well, and trusts an issuer that vouches for Ada. */
final class DatarheiServer implements AutoCloseable {
  /** What everybody who verifies this Core's tokens knows. */
  static final byte[] SECRET = "a secret of thirty-two bytes 123".getBytes(UTF_8);

  static final String ADA = "auth0|ada";
  private static final TestKey KEY = TestKey.of("k", TestKey.Kind.RS256);
  private static final TestKey UNKNOWN_KEY = TestKey.of("u", TestKey.Kind.RS256);

  private final TestIssuer issuer = new TestIssuer();
  private final Database database = TestPostgres.freshDatabase();
  private final Server server;

  DatarheiServer(String... more) {
    issuer.has(KEY);
    var settings = new ArrayList<String>();
    settings.add("annals.compat.datarhei.enabled=true");
    settings.add("annals.compat.datarhei.failed-login-delay=0s");
    settings.add("annals.compat.datarhei.secret=" + Base64.getEncoder().encodeToString(SECRET));
    settings.add("annals.federation.issuers[0].issuer=" + issuer.name());
    settings.add("annals.federation.issuers[0].audience=annals");
    settings.add("annals.federation.issuers[0].client-id=spa");
    settings.add("annals.federation.issuers[0].allowed-subjects=" + ADA);
    settings.addAll(List.of(more));
    server = Server.start(database, new SettableClock(), settings.toArray(String[]::new));
  }

  Server server() {
    return server;
  }

  Annals annals() {
    return server.annals();
  }

  Client client() {
    return server.client();
  }

  TestIssuer issuer() {
    return issuer;
  }

  /** The two tokens of a login. */
  record Pair(String access, String refresh) {
    static Pair of(Answer answer) {
      answer.is(200).holds("access_token", "refresh_token").isUncached();
      return new Pair(answer.field("access_token"), answer.field("refresh_token"));
    }

    @Override
    public String toString() {
      return "Pair[…]";
    }
  }

  Answer tryLogIn(String login, String password) {
    return client().post("/api/login").fields("username", login, "password", password).send();
  }

  Pair logIn(Annals.Person person) {
    return Pair.of(tryLogIn(person.login(), person.password()));
  }

  Answer tryLogIn(String federated) {
    return client().post("/api/login").bearer(federated).send();
  }

  Answer refresh(String token) {
    return client().get("/api/login/refresh").bearer(token).send();
  }

  /** Whether the guard lets a token pass. */
  boolean isGood(String access) {
    int status = client().get("/api/v3/config").bearer(access).send().status();
    return status == 404;
  }

  /** From now on the database lets nobody in, or does again. */
  void database(boolean there) {
    TestPostgres.admin("alter database " + database.name() + " with allow_connections " + there);
    if (!there) {
      TestPostgres.admin(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
              .formatted(database.name()));
    }
  }

  /** What the trusted issuer says of somebody. */
  String federated(String subject, String audience, Duration life) {
    return said(KEY, subject, audience, "\"exp\":" + at(life));
  }

  String federated() {
    return federated(ADA, "annals", Duration.ofHours(1));
  }

  private long at(Duration later) {
    return server.clock().instant().plus(later).getEpochSecond();
  }

  private String said(TestKey key, String subject, String audience, String more) {
    return signed(
        key,
        "{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"%s\",%s}"
            .formatted(issuer.name(), subject, audience, more));
  }

  private static String signed(TestKey key, String claims) {
    var token = key.sign(claims);
    Secrets.note(token);
    return token;
  }

  /** Everything that a recording may speak of. */
  Replayed replayed() {
    var person = annals().person();
    var old = logIn(person);
    server.clock().advance(Duration.ofHours(25));
    var pair = logIn(person);
    var replayed = new Replayed(server.uri());
    replayed.set("login", person.login());
    replayed.set("password", person.password());
    replayed.set("basic", basic(person));
    replayed.set("domain", issuer.name().split("/", -1)[2]);
    replayed.set("architecture", System.getProperty("os.arch").replace("aarch64", "arm64"));
    replayed.set("access", pair.access());
    replayed.set("refresh", pair.refresh());
    replayed.set("expired", old.access());
    replayed.set("expiredRefresh", old.refresh());
    replayed.set("tampered", pair.refresh().substring(0, pair.refresh().length() - 3) + "AAA");
    replayed.set("own", annals().signIn(person).access());
    bringFederated(replayed);
    return replayed;
  }

  private static String basic(Annals.Person person) {
    var pair = person.login() + ":" + person.password();
    return Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }

  private void bringFederated(Replayed replayed) {
    var exp = "\"exp\":" + at(Duration.ofHours(1));
    var stranger = "{\"iss\":\"https://stranger.example/\",\"sub\":\"x\",\"aud\":\"annals\"}";
    replayed.set("federated", federated());
    replayed.set("outdated", federated(ADA, "annals", Duration.ofHours(-1)));
    replayed.set("wrongAudience", federated(ADA, "another", Duration.ofHours(1)));
    replayed.set("endless", said(KEY, ADA, "annals", "\"iat\":1"));
    replayed.set("wrongKey", said(UNKNOWN_KEY, ADA, "annals", exp));
    replayed.set("unknown", said(KEY, "auth0|mallory", "annals", exp));
    replayed.set("strangers", signed(KEY, stranger));
    replayed.set("oddIssuer", signed(KEY, "{\"iss\":[1],\"sub\":\"x\"," + exp + "}"));
  }

  @Override
  public void close() {
    server.close();
    issuer.close();
  }
}
