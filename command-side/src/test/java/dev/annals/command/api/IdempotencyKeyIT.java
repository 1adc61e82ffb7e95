package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.store.TestPostgres;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whose an Idempotency-Key is, and what it tells. */
@ExtendWith(NothingLeaks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdempotencyKeyIT {
  private static final String WRONG = "not the password of anybody at all";

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

  private Answer command(Tokens by, String command, Object... fields) {
    return annals
        .client()
        .post("/v1/" + command)
        .bearer(by.access())
        .key(key)
        .fields(fields)
        .send();
  }

  private Answer stranger(String command, String login, String password) {
    return annals
        .client()
        .post("/v1/" + command)
        .key(key)
        .fields("login", login, "password", password)
        .send();
  }

  @Test
  void what_was_so_already_is_not_done_later() {
    annals.tell(administrator, "lock-account", "account_id", person.account()).is(204);
    command(administrator, "lock-account", "account_id", person.account()).is(204);
    annals.tell(administrator, "unlock-account", "account_id", person.account()).is(204);
    command(administrator, "lock-account", "account_id", person.account()).is(204);
    annals.trySignIn(person.login(), person.password()).is(200);
  }

  @Test
  void each_guess_counts_whatever_key_it_comes_with() {
    long head = annals.head(administrator);
    stranger("sign-in", person.login(), WRONG).isProblem(401, "sign-in-refused");
    stranger("sign-in", person.login(), WRONG).isProblem(401, "sign-in-refused");
    stranger("sign-in", person.login(), WRONG + "!").isProblem(401, "sign-in-refused");

    assertThat(
            annals.log(administrator, head).stream()
                .filter(event -> event.required("name").asString().equals("password.rejected"))
                .map(event -> event.at("/payload/consecutive").asInt()))
        .endsWith(2, 3);
  }

  @Test
  void after_signing_out_only_the_repetition_is_answered() {
    command(owner, "sign-out").is(204);
    command(owner, "sign-out").is(204);
    command(owner, "revoke-all-sessions").isProblem(422, "idempotency-key-reused");
    annals.tell(owner, "sign-out").isProblem(401, "unauthenticated");
  }

  @Test
  void the_key_of_one_caller_is_nothing_to_another() {
    var other = annals.signIn(annals.person(administrator));
    var one = command(owner, "issue-api-key", "name", "a").is(201);
    var two = command(other, "issue-api-key", "name", "a").is(201);
    assertThat(two.header("Idempotent-Replayed")).isEmpty();
    assertThat(two.field("api_key")).isNotEqualTo(one.field("api_key"));
  }

  @Test
  void the_key_of_one_stranger_is_nothing_to_another() {
    var one = stranger("register", Annals.newLogin(), Annals.PASSWORD).is(201);
    var two = stranger("register", Annals.newLogin(), Annals.PASSWORD).is(201);
    assertThat(two.field("account_id")).isNotEqualTo(one.field("account_id"));
  }

  @Test
  void a_key_does_not_tell_whether_a_login_exists() {
    for (var login : new String[] {Annals.newLogin(), person.login(), Annals.newLogin()}) {
      stranger("sign-in", login, WRONG).isProblem(401, "sign-in-refused");
    }
  }

  @Test
  void a_key_is_visible_ascii() {
    for (var bad : new String[] {"with space", "x".repeat(256)}) {
      key = bad;
      command(owner, "sign-out").blames("Idempotency-Key");
    }
    annals.sessions(owner.access()).is(200);
  }

  @Test
  void the_answer_is_not_in_the_log_for_others_to_read() {
    var answer = stranger("sign-in", person.login(), person.password()).is(200);
    var log = annals.log(administrator, 0).toString();
    assertThat(log).doesNotContain(answer.field("access_token").substring(100)).doesNotContain(key);
  }
}
