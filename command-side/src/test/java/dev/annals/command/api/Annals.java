package dev.annals.command.api;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What people do with a server, one word each. */
public final class Annals {
  /** Of the first administrator, everywhere. */
  public static final String ADMINISTRATORS_PASSWORD = "the very first of all keepers 61";

  /** Of whoever a test does not care about. */
  static final String PASSWORD = "seventeen green kettles sing 42";

  private static final AtomicInteger PEOPLE = new AtomicInteger();

  private final Client client;

  Annals(Client client) {
    this.client = client;
    Secrets.note(ADMINISTRATORS_PASSWORD);
    Secrets.note(PASSWORD);
  }

  /** Somebody with an account. */
  record Person(String account, String login, String password) {
    @Override
    public String toString() {
      return "Person[" + account + "]";
    }
  }

  Client client() {
    return client;
  }

  Tokens administrator() {
    return signIn("admin", ADMINISTRATORS_PASSWORD);
  }

  Tokens signIn(String login, String password) {
    return Tokens.of(trySignIn(login, password));
  }

  Tokens signIn(Person person) {
    return signIn(person.login(), person.password());
  }

  @CanIgnoreReturnValue
  Answer trySignIn(String login, String password) {
    return client.post("/v1/sign-in").fields("login", login, "password", password).send();
  }

  /** A login that nobody has. */
  static String newLogin() {
    return "person-" + PEOPLE.incrementAndGet() + "@example.com";
  }

  /** Somebody new. */
  Person person() {
    return person(administrator());
  }

  Person person(Tokens administrator) {
    var login = newLogin();
    var answer =
        client
            .post("/v1/register")
            .bearer(administrator.access())
            .fields("login", login, "password", PASSWORD)
            .send()
            .is(201);
    return new Person(answer.field("account_id"), login, PASSWORD);
  }

  /** Sends a command of these fields on somebody's behalf. */
  @CanIgnoreReturnValue
  Answer tell(Tokens by, String command, Object... fields) {
    return client.post("/v1/" + command).bearer(by.access()).fields(fields).send();
  }

  Answer refresh(String token) {
    return client.post("/v1/refresh-token").fields("refresh_token", token).send();
  }

  /** A new API key of the caller's own. */
  String apiKey(Tokens of) {
    return tell(of, "issue-api-key", "name", "gateway").is(201).field("api_key");
  }

  Answer sessions(String accessToken) {
    return client.get("/v1/sessions").bearer(accessToken).send();
  }

  JsonNode introspect(String apiKey, String token) {
    return client
        .post("/oauth2/introspect")
        .bearer(apiKey)
        .form("token", token)
        .send()
        .is(200)
        .json();
  }

  /** The log after a position, to its end, without the record of who has read it. */
  List<JsonNode> log(Tokens auditor, long after) {
    return readings(auditor, after).stream()
        .filter(event -> !event.required("name").asString().equals("audit_trail.read"))
        .toList();
  }

  /** The log after a position, to its end. */
  List<JsonNode> readings(Tokens auditor, long after) {
    var page =
        client
            .get("/v1/log?limit=1000&after=" + after)
            .bearer(auditor.access())
            .send()
            .is(200)
            .json();
    var events = StreamSupport.stream(page.required("events").spliterator(), false).toList();
    if (events.size() < 1000) {
      return events;
    }
    var last = events.getLast().required("position").asLong();
    var all = new ArrayList<>(events);
    all.addAll(readings(auditor, last));
    return all;
  }

  /** The last position: that of the record of this very question. */
  long head(Tokens auditor) {
    return 1
        + client
            .get("/v1/log?limit=1")
            .bearer(auditor.access())
            .send()
            .is(200)
            .json()
            .required("head")
            .asLong();
  }
}
