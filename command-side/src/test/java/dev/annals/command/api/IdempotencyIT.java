package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.store.TestPostgres;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A command that is sent again under the same key happens once and is answered alike. */
@ExtendWith(NothingLeaks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdempotencyIT {
  private static final String NEXT = "nineteen purple ladders hum 43";

  private Server server;
  private Annals annals;
  private Tokens administrator;
  private Annals.Person person;
  private Tokens owner;
  private String key;

  @BeforeAll
  void start() {
    server =
        Server.start(
            TestPostgres.freshDatabase(), new SettableClock(), "annals.registration.open=true");
    annals = server.annals();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @BeforeEach
  void somebody() {
    administrator = annals.administrator();
    person = annals.person(administrator);
    owner = annals.signIn(person);
    key = UUID.randomUUID().toString();
  }

  /** A command as somebody sends it; {@code fields} is asked once a test. */
  record Sent(String path, By by, Callable<Map<String, Object>> fields) {
    @Override
    public String toString() {
      return path + " by " + by;
    }
  }

  enum By {
    ADMINISTRATOR,
    OWNER,
    NOBODY
  }

  private Stream<Sent> commands() {
    return Stream.of(
        sent("register", By.ADMINISTRATOR, () -> credentials(Annals.newLogin())),
        sent("register", By.NOBODY, () -> credentials(Annals.newLogin())),
        sent("sign-in", By.NOBODY, () -> credentials(person.login())),
        sent("refresh-token", By.NOBODY, () -> Map.of("refresh_token", owner.refresh())),
        sent("sign-out", By.OWNER, Map::of),
        sent(
            "change-password",
            By.OWNER,
            () -> Map.of("current_password", Annals.PASSWORD, "new_password", NEXT)),
        sent("reset-password", By.ADMINISTRATOR, () -> about("one_time_password", NEXT)),
        sent("lock-account", By.ADMINISTRATOR, this::about),
        sent("unlock-account", By.ADMINISTRATOR, () -> aboutAfter("lock-account")),
        sent("disable-account", By.ADMINISTRATOR, this::about),
        sent("enable-account", By.ADMINISTRATOR, () -> aboutAfter("disable-account")),
        sent("erase-account", By.ADMINISTRATOR, this::about),
        sent("grant-role", By.ADMINISTRATOR, () -> about("role", "auditor")),
        sent("revoke-role", By.ADMINISTRATOR, this::granted),
        sent("change-login", By.ADMINISTRATOR, () -> about("login", Annals.newLogin())),
        sent("revoke-session", By.OWNER, () -> Map.of("session_id", owner.session())),
        sent("revoke-session", By.ADMINISTRATOR, () -> Map.of("session_id", owner.session())),
        sent("revoke-all-sessions", By.OWNER, Map::of),
        sent("revoke-all-sessions", By.ADMINISTRATOR, this::about),
        sent("issue-api-key", By.OWNER, () -> Map.of("name", "gateway")),
        sent("issue-api-key", By.OWNER, () -> Map.of("name", "loyalty", "kind", "private_token")),
        sent("issue-api-key", By.OWNER, () -> Map.of("name", "loyalty", "kind", "service_token")),
        sent("rotate-api-key", By.OWNER, () -> Map.of("api_key_id", issued())),
        sent("revoke-api-key", By.OWNER, () -> Map.of("api_key_id", issued())),
        sent("rotate-signing-key", By.ADMINISTRATOR, Map::of),
        sent("lock-account", By.ADMINISTRATOR, () -> aboutAfter("lock-account")),
        sent("unlock-account", By.ADMINISTRATOR, this::about),
        sent("revoke-all-sessions", By.OWNER, () -> Map.of("account_id", person.account())));
  }

  private static Sent sent(String command, By by, Callable<Map<String, Object>> fields) {
    return new Sent("/v1/" + command, by, fields);
  }

  private static Map<String, Object> credentials(String login) {
    return Map.of("login", login, "password", Annals.PASSWORD);
  }

  private Map<String, Object> about(Object... more) {
    var fields = new LinkedHashMap<String, Object>(Map.of("account_id", person.account()));
    for (int i = 0; i < more.length; i += 2) {
      var _ = fields.put((String) more[i], more[i + 1]);
    }
    return fields;
  }

  private Map<String, Object> aboutAfter(String command) {
    annals.tell(administrator, command, "account_id", person.account()).is(204);
    return about();
  }

  private Map<String, Object> granted() {
    annals
        .tell(administrator, "grant-role", "account_id", person.account(), "role", "auditor")
        .is(204);
    return about("role", "auditor");
  }

  private String issued() {
    return annals.tell(owner, "issue-api-key", "name", "gateway").field("api_key_id");
  }

  private Answer send(Sent command, Map<String, Object> fields) {
    var call = annals.client().post(command.path()).key(key);
    Secrets.noteThoseIn(fields);
    switch (command.by()) {
      case ADMINISTRATOR -> call.bearer(administrator.access());
      case OWNER -> call.bearer(owner.access());
      case NOBODY -> {}
    }
    return call.json(Json.write(fields)).send();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void the_same_again_is_answered_alike_and_changes_nothing(Sent command) throws Exception {
    var fields = command.fields().call();
    var first = send(command, fields);
    assertThat(first.status()).isIn(200, 201, 204);
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    long head = annals.head(administrator);
    for (int i = 0; i < 3; i++) {
      var again = send(command, fields);
      assertThat(again.status()).as(again.toString()).isEqualTo(first.status());
      assertThat(again.text()).isEqualTo(first.text());
      assertThat(again.position()).isEqualTo(first.position());
      assertThat(again.header("Cache-Control")).isEqualTo(first.header("Cache-Control"));
      assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
      assertThat(again.header("Idempotent-Replayed")).contains("true");
    }
    assertThat(annals.log(administrator, head)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void something_else_under_the_same_key_is_refused(Sent command) throws Exception {
    var fields = new LinkedHashMap<>(command.fields().call());
    assertThat(send(command, fields).status()).isLessThan(300);
    var call = annals.client().post(command.path()).key(key);
    switch (command.by()) {
      case ADMINISTRATOR -> call.bearer(administrator.access());
      case OWNER -> call.bearer(owner.access());
      case NOBODY -> {}
    }
    call.json(" " + Json.write(fields)).send().isProblem(422, "idempotency-key-reused");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void twenty_at_once_are_one(Sent command) throws Exception {
    var fields = command.fields().call();
    long before = annals.head(administrator);
    List<Answer> answers;
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Answer> sending = () -> send(command, fields);
      answers =
          pool.invokeAll(java.util.Collections.nCopies(20, sending)).stream()
              .map(java.util.concurrent.Future::resultNow)
              .toList();
    }
    var first = answers.getFirst();
    assertThat(answers)
        .allSatisfy(answer -> {
          assertThat(answer.status()).as(answer.toString()).isLessThan(300);
          assertThat(answer.text()).isEqualTo(first.text());
          assertThat(answer.position()).isEqualTo(first.position());
        });
    assertThat(answers.stream().filter(a -> a.header("Idempotent-Replayed").isEmpty())).hasSize(1);
    var written =
        annals.log(administrator, before).stream()
            .filter(event -> event.required("name").asString().equals("request.answered"));
    assertThat(written).hasSize(1);
  }
}
