package dev.annals.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.query.upkeep.QueryDatabase;
import dev.annals.query.upkeep.SameRows;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** People who do things at the command side, and what the others say of it. */
final class Town {
  private static final String RIGHT = "nine purple otters juggling";

  private final Deployment annals;
  private final String administrator;

  /** Somebody, and the position after which they were there. */
  record Person(String login, String account, long registered) {}

  /** What was given to whom last, and where the log says so. */
  record Session(String access, String refresh, long position) {
    static Session of(Client.Answer answer) {
      return new Session(
          answer.text("access_token"), answer.text("refresh_token"), answer.position());
    }

    @Override
    public String toString() {
      return "Session[at " + position + "]";
    }
  }

  Town(Deployment annals) throws IOException, InterruptedException {
    this.annals = annals;
    this.administrator = signIn("admin", Deployment.ADMINISTRATOR).access();
  }

  String administrator() {
    return administrator;
  }

  private Client.Answer command(String path, String bearer, Map<String, String> body)
      throws IOException, InterruptedException {
    return annals.command.client().post(path, bearer, body);
  }

  Person register(String login) throws IOException, InterruptedException {
    var body = Map.of("login", login, "password", RIGHT, "display_name", "Name of " + login);
    var answer = command("/v1/register", administrator, body).is(201);
    return new Person(login, answer.text("account_id"), answer.position());
  }

  Session signIn(Person person) throws IOException, InterruptedException {
    return signIn(person.login(), RIGHT);
  }

  private Session signIn(String login, String password) throws IOException, InterruptedException {
    return Session.of(
        command("/v1/sign-in", "", Map.of("login", login, "password", password)).is(200));
  }

  void failToSignIn(Person person) throws IOException, InterruptedException {
    var body = Map.of("login", person.login(), "password", "ten orange otters juggling");
    var _ = command("/v1/sign-in", "", body).is(401);
  }

  Session refresh(Session session) throws IOException, InterruptedException {
    var body = Map.of("refresh_token", session.refresh());
    return Session.of(command("/v1/refresh-token", "", body).is(200));
  }

  long signOut(Session session) throws IOException, InterruptedException {
    return command("/v1/sign-out", session.access(), Map.of()).is(204).position();
  }

  /** However long it takes, each question waits for as long as anybody may. */
  private JsonNode ask(Side side, String path) throws IOException, InterruptedException {
    var answer = side.client().get(path, administrator);
    while (answer.status() == 504) {
      answer = side.client().get(path, administrator);
    }
    return answer.is(200).body();
  }

  /** As the side that writes shows it. */
  JsonNode account(Side side, Person person) throws IOException, InterruptedException {
    return ask(side, "/v1/accounts/" + person.account());
  }

  JsonNode account(Side side, Person person, long asOf, long seen)
      throws IOException, InterruptedException {
    var path = "/v1/accounts/" + person.account();
    return ask(side, path + "?as_of=" + asOf + "&min_position=" + seen);
  }

  List<JsonNode> events(Side side, Person person, long head)
      throws IOException, InterruptedException {
    var path = "/v1/audit/events?limit=1000&account=" + person.account();
    return ask(side, path + "&to=" + head + "&min_position=" + head)
        .required("events")
        .values()
        .stream()
        .toList();
  }

  JsonNode introspected(Side side, String token) throws IOException, InterruptedException {
    return side.client().introspect(token, administrator).is(200).body();
  }

  void mustReach(Side side, long position) throws IOException, InterruptedException {
    var activity = ask(side, "/v1/activity?min_position=" + position);
    assertThat(activity.required("position").asLong()).isGreaterThanOrEqualTo(position);
  }

  void awaitRelay(Side side) throws IOException, InterruptedException {
    while (!side.client().shows("annals_relay_leader 1.0")) {
      Thread.sleep(50);
    }
  }

  int generation(Side side, String view) throws IOException, InterruptedException {
    return ask(side, "/v1/projections/" + view).required("generation").asInt();
  }

  void awaitGeneration(Side side, String view, int generation)
      throws IOException, InterruptedException {
    while (generation(side, view) != generation) {
      Thread.sleep(50);
    }
  }

  /** Nothing happens any more; then both have the same views, row by row. */
  void mustHaveSameRows() throws IOException, InterruptedException, SQLException {
    long head = ask(annals.command, "/v1/log?limit=1").required("head").asLong();
    for (var side : annals.querySides()) {
      for (var view : List.of("audit", "account", "session", "activity")) {
        while (ask(side, "/v1/projections/" + view).required("position").asLong() < head) {
          Thread.sleep(50);
        }
      }
    }
    assertThat(tables("annals_views_on_kafka")).isEqualTo(tables("annals_views")).hasSize(4);
  }

  private Map<String, Map<String, List<String>>> tables(String name) throws SQLException {
    var url = annals.database().url(name);
    var views = new QueryDatabase(url, "annals_views", Database.PASSWORD, 1);
    var tables = new TreeMap<String, Map<String, List<String>>>();
    try (var connection = DriverManager.getConnection(url, "annals_views", Database.PASSWORD);
        var statement = connection.createStatement();
        var serving =
            statement.executeQuery(
                "select name, generation from annals_view where role = 'serving'")) {
      while (serving.next()) {
        var view = serving.getString("name");
        tables.put(view, SameRows.tables(views, view + "_g" + serving.getInt("generation")));
      }
    }
    return tables;
  }
}
