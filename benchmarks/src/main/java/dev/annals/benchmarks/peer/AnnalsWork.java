package dev.annals.benchmarks.peer;

import dev.annals.benchmarks.load.Orders.Asked;
import dev.annals.benchmarks.load.Question;
import dev.annals.benchmarks.peer.People.SignedIn;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The four kinds of work at Annals, and what must be there before them. */
final class AnnalsWork {
  static final String ADMINISTRATOR = "the very first of all keepers 61";

  private static final String JSON = "Content-Type: application/json\n\n";

  private final Api api;

  AnnalsWork(Service service) {
    api = new Api(service);
  }

  Map<Work, Asked> prepare() throws IOException, InterruptedException {
    var administrator = signIn("admin", ADMINISTRATOR).access();
    var _ = People.each(People.ALL, number -> register(number, administrator));
    var named = Map.of("name", "benchmark");
    var key = api.post("/v1/issue-api-key", administrator, named).required("api_key").asString();
    var refreshed = sessions().stream().map(SignedIn::refresh).toList();
    var tokens = sessions().stream().map(SignedIn::access).toList();
    return Map.of(
        Work.SIGN_IN, signIns(),
        Work.REFRESH, refreshes(refreshed),
        Work.INTROSPECTION, introspections(key, tokens),
        Work.USERINFO, userinfo(tokens));
  }

  private String register(int number, String administrator)
      throws IOException, InterruptedException {
    var wish =
        Map.of(
            "login",
            login(number),
            "password",
            People.PASSWORD,
            "display_name",
            "User Number " + number);
    return api.post("/v1/register", administrator, wish).required("account_id").asString();
  }

  private static String login(int number) {
    return "user" + number + "@example.com";
  }

  private List<SignedIn> sessions() throws IOException, InterruptedException {
    return People.each(
        People.SESSIONS, number -> signIn(login(People.holder(number)), People.PASSWORD));
  }

  private SignedIn signIn(String login, String password) throws IOException, InterruptedException {
    var answer = api.post("/v1/sign-in", "", Map.of("login", login, "password", password));
    return new SignedIn(
        answer.required("access_token").asString(), answer.required("refresh_token").asString());
  }

  private static Asked signIns() {
    var template =
        "POST /v1/sign-in HTTP/1.1\n"
            + JSON
            + "{\"login\":\"%s\",\"password\":\""
            + People.PASSWORD
            + "\"}";
    return new Asked(
        new Question(template, "\"refresh_token\""),
        IntStream.range(0, People.ACCOUNTS).mapToObj(AnnalsWork::login).toList());
  }

  private static Asked refreshes(List<String> tokens) {
    var template = "POST /v1/refresh-token HTTP/1.1\n" + JSON + "{\"refresh_token\":\"%s\"}";
    return new Asked(
        new Question(template, "\"refresh_token\"", Optional.of("refresh_token")), tokens);
  }

  private static Asked introspections(String key, List<String> tokens) {
    var template =
        "POST /oauth2/introspect HTTP/1.1\nAuthorization: Bearer "
            + key
            + "\nContent-Type: application/x-www-form-urlencoded\n\ntoken=%s";
    return new Asked(new Question(template, "\"active\":true"), tokens);
  }

  /** Where {@code /v1/me} is not there, the nearest to it: what the bearer's sessions are. */
  private Asked userinfo(List<String> tokens) throws IOException, InterruptedException {
    boolean me = api.answers("/v1/me", tokens.getFirst());
    var template =
        "GET " + (me ? "/v1/me" : "/v1/sessions") + " HTTP/1.1\nAuthorization: Bearer %s\n\n";
    return new Asked(new Question(template, me ? "\"account_id\"" : "\"session_id\""), tokens);
  }
}
