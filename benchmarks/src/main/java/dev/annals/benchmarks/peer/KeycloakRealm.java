package dev.annals.benchmarks.peer;

import dev.annals.benchmarks.load.Orders.Asked;
import dev.annals.benchmarks.load.mix.Question;
import dev.annals.benchmarks.peer.People.SignedIn;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A realm with people and a client, and the four kinds of work there. */
final class KeycloakRealm {
  /** Of access tokens on both sides, so that none expires while it is asked about. */
  static final Duration LIFETIME = Duration.ofHours(6);

  private static final String REALM = "/realms/benchmark";
  private static final String OPENID = REALM + "/protocol/openid-connect";
  private static final String CLIENT = "client_id=benchmark&client_secret=benchmark-secret";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\n\n";

  /** With {@code openid}, as OpenID Connect wants it, each pair comes with an ID token. */
  private static final String SCOPE = Options.text("keycloak.scope", "openid");

  /** As Annals has them: an empty list would leave refreshes out. */
  private static final List<String> EVENTS =
      Stream.of(
              "LOGIN",
              "LOGOUT",
              "REFRESH_TOKEN",
              "CODE_TO_TOKEN",
              "CLIENT_LOGIN",
              "UPDATE_PASSWORD",
              "REGISTER")
          .flatMap(type -> Stream.of(type, type + "_ERROR"))
          .toList();

  /** Without itself in the audience, a client is told of every token that it is not active. */
  private static final Map<String, ?> AUDIENCE =
      Map.of(
          "name",
          "self audience",
          "protocol",
          "openid-connect",
          "protocolMapper",
          "oidc-audience-mapper",
          "config",
          Map.of(
              "included.client.audience", "benchmark",
              "access.token.claim", "true",
              "introspection.token.claim", "true"));

  private final Api api;

  KeycloakRealm(Service service) {
    api = new Api(service);
  }

  Map<Work, Asked> prepare() throws IOException, InterruptedException {
    create();
    var refreshed = sessions(SCOPE).stream().map(SignedIn::refresh).toList();
    var tokens = sessions("openid").stream().map(SignedIn::access).toList();
    return Map.of(
        Work.SIGN_IN, signIns(),
        Work.REFRESH, refreshes(refreshed),
        Work.INTROSPECTION, introspections(tokens),
        Work.USERINFO, userinfo(tokens));
  }

  private void create() throws IOException, InterruptedException {
    var lifetime = LIFETIME.toSeconds();
    var _ =
        api.post(
            "/admin/realms",
            administrator(),
            Map.of(
                "realm",
                "benchmark",
                "enabled",
                true,
                "sslRequired",
                "none",
                "eventsEnabled",
                true,
                "enabledEventTypes",
                EVENTS,
                "revokeRefreshToken",
                true,
                "refreshTokenMaxReuse",
                0,
                "accessTokenLifespan",
                lifetime,
                "ssoSessionIdleTimeout",
                lifetime,
                "clients",
                List.of(client())));
    var token = administrator();
    var _ =
        People.each(
            People.ALL, number -> api.post("/admin" + REALM + "/users", token, user(number)));
  }

  /** Its tokens live for a minute. */
  private String administrator() throws IOException, InterruptedException {
    var form =
        "grant_type=password&client_id=admin-cli&username=admin&password=" + Keycloak.ADMINISTRATOR;
    var token = api.form("/realms/master/protocol/openid-connect/token", form);
    return token.required("access_token").asString();
  }

  private static Map<String, ?> client() {
    return Map.of(
        "clientId",
        "benchmark",
        "secret",
        "benchmark-secret",
        "enabled",
        true,
        "publicClient",
        false,
        "directAccessGrantsEnabled",
        true,
        "redirectUris",
        List.of("http://127.0.0.1/*"),
        "protocolMappers",
        List.of(AUDIENCE));
  }

  private static Map<String, ?> user(int number) {
    var password = Map.of("type", "password", "value", People.PASSWORD, "temporary", false);
    return Map.of(
        "username",
        "user" + number,
        "enabled",
        true,
        "emailVerified",
        true,
        "email",
        "user" + number + "@example.com",
        "firstName",
        "User",
        "lastName",
        "Number " + number,
        "credentials",
        List.of(password));
  }

  private List<SignedIn> sessions(String scope) throws IOException, InterruptedException {
    return People.each(People.SESSIONS, number -> signIn(People.holder(number), scope));
  }

  private SignedIn signIn(int number, String scope) throws IOException, InterruptedException {
    var answer = api.form(OPENID + "/token", grant(scope).replace("%s", "user" + number));
    return new SignedIn(
        answer.required("access_token").asString(), answer.required("refresh_token").asString());
  }

  private static String grant(String scope) {
    var password = URLEncoder.encode(People.PASSWORD, StandardCharsets.UTF_8);
    var wanted = scope.isEmpty() ? "" : "&scope=" + scope;
    return "grant_type=password&" + CLIENT + wanted + "&password=" + password + "&username=%s";
  }

  private static Asked signIns() {
    return new Asked(
        new Question(post("/token", grant(SCOPE)), "\"refresh_token\""),
        IntStream.range(0, People.ACCOUNTS).mapToObj(number -> "user" + number).toList());
  }

  private static Asked refreshes(List<String> tokens) {
    var form = "grant_type=refresh_token&" + CLIENT + "&refresh_token=%s";
    return new Asked(
        new Question(post("/token", form), "\"refresh_token\"", Optional.of("refresh_token")),
        tokens);
  }

  private static Asked introspections(List<String> tokens) {
    var form = CLIENT + "&token=%s";
    return new Asked(new Question(post("/token/introspect", form), "\"active\":true"), tokens);
  }

  private static Asked userinfo(List<String> tokens) {
    var template = "GET " + OPENID + "/userinfo HTTP/1.1\nAuthorization: Bearer %s\n\n";
    return new Asked(new Question(template, "\"sub\""), tokens);
  }

  private static String post(String path, String form) {
    return "POST " + OPENID + path + " HTTP/1.1\n" + FORM + form;
  }
}
