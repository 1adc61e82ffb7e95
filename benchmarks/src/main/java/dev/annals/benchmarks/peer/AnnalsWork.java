package dev.annals.benchmarks.peer;

import dev.annals.benchmarks.load.Orders.Asked;
import dev.annals.benchmarks.load.mix.Question;
import dev.annals.benchmarks.peer.People.SignedIn;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What Annals is asked, and what must be there before that. */
public final class AnnalsWork {
  /** The text that a question is about, and what answers call it. */
  public static final String LOGIN = "login";

  public static final String ACCESS = "access_token";
  public static final String REFRESH = "refresh_token";

  static final String ADMINISTRATOR = "the very first of all keepers 61";

  private static final String JSON = "Content-Type: application/json\n\n";

  private final Api api;
  private final String administrator;

  /** What is asked as an administrator, is asked as one who has just signed in. */
  public AnnalsWork(Service service) throws IOException, InterruptedException {
    api = new Api(service);
    administrator = signIn("admin", ADMINISTRATOR).access();
  }

  Map<Work, Asked> prepare() throws IOException, InterruptedException {
    register();
    var key = key();
    var refreshed = sessions(People.SESSIONS).stream().map(SignedIn::refresh).toList();
    var tokens = sessions(People.SESSIONS).stream().map(SignedIn::access).toList();
    return Map.of(
        Work.SIGN_IN, new Asked(signIn(), logins()),
        Work.REFRESH, new Asked(refresh(), refreshed),
        Work.INTROSPECTION, new Asked(introspection(key), tokens),
        Work.USERINFO, userinfo(tokens));
  }

  /** Lets everybody have an account; to be called once. */
  public void register() throws IOException, InterruptedException {
    var _ = People.each(People.ALL, this::registered);
  }

  private String registered(int number) throws IOException, InterruptedException {
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

  /** A new API key, for whoever asks what tokens are worth. */
  public String key() throws IOException, InterruptedException {
    var named = Map.of("name", "benchmark");
    return api.post("/v1/issue-api-key", administrator, named).required("api_key").asString();
  }

  private static String login(int number) {
    return "user" + number + "@example.com";
  }

  /** Of those who only sign in. */
  public static List<String> logins() {
    return IntStream.range(0, People.ACCOUNTS).mapToObj(AnnalsWork::login).toList();
  }

  /** New sessions, of accounts that take turns. */
  public List<SignedIn> sessions(int count) throws IOException, InterruptedException {
    return People.each(
        count, number -> signIn(login(People.holder(number % People.SESSIONS)), People.PASSWORD));
  }

  private SignedIn signIn(String login, String password) throws IOException, InterruptedException {
    var answer = api.post("/v1/sign-in", "", Map.of("login", login, "password", password));
    return new SignedIn(answer.required(ACCESS).asString(), answer.required(REFRESH).asString());
  }

  /** About a {@link #LOGIN}. */
  public static Question signIn() {
    var template =
        "POST /v1/sign-in HTTP/1.1\n"
            + JSON
            + "{\"login\":\"%s\",\"password\":\""
            + People.PASSWORD
            + "\"}";
    return new Question(template, "\"refresh_token\"");
  }

  /** About a {@link #REFRESH} token. */
  public static Question refresh() {
    var template = "POST /v1/refresh-token HTTP/1.1\n" + JSON + "{\"refresh_token\":\"%s\"}";
    return new Question(template, "\"refresh_token\"", Optional.of(REFRESH));
  }

  /** About an {@link #ACCESS} token. */
  public static Question introspection(String key) {
    var template =
        "POST /oauth2/introspect HTTP/1.1\nAuthorization: Bearer "
            + key
            + "\nContent-Type: application/x-www-form-urlencoded\n\ntoken=%s";
    return new Question(template, "\"active\":true");
  }

  /** Where {@code /v1/me} is not there, the nearest to it: what the bearer's sessions are. */
  private Asked userinfo(List<String> tokens) throws IOException, InterruptedException {
    boolean me = api.answers("/v1/me", tokens.getFirst());
    var template =
        "GET " + (me ? "/v1/me" : "/v1/sessions") + " HTTP/1.1\nAuthorization: Bearer %s\n\n";
    return new Asked(new Question(template, me ? "\"account_id\"" : "\"session_id\""), tokens);
  }
}
