package dev.annals.command.api;

import static dev.annals.command.api.DatabrainServer.isError;
import static dev.annals.command.api.DatabrainServer.key;
import static dev.annals.command.api.DatabrainServer.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whose a service token is, and what takes its place. */
@ExtendWith(NothingLeaks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabrainServiceTokenIT {
  private final DatabrainServer brain = new DatabrainServer();
  private final Annals annals = brain.annals();
  private Tokens administrator;
  private String gateway;
  private Annals.Person person;
  private String jwt;

  @AfterAll
  void stop() {
    brain.close();
  }

  @BeforeEach
  void an_admin() {
    administrator = annals.administrator();
    gateway = annals.apiKey(administrator);
    person = annals.person(administrator);
    admin("grant-role", person).is(204);
    jwt = brain.signIn(person.login(), person.password());
  }

  private Answer admin(String command, Annals.Person whose) {
    return annals.tell(
        administrator, command, "account_id", whose.account(), "role", "databrain.admin");
  }

  private boolean isActive(String token) {
    return annals.introspect(gateway, token).required("active").asBoolean();
  }

  @Test
  void without_the_role_there_is_no_account() {
    var token = key(brain.create(jwt, uuid()));
    admin("revoke-role", person).is(204);
    isError(brain.create(jwt, uuid()), 500, "ACCOUNT_NOT_FOUND");
    isError(brain.rotate(jwt, token, 0), 500, "ACCOUNT_NOT_FOUND");
    isError(brain.rotate(token, 0), 500, "ACCOUNT_NOT_FOUND");
    admin("grant-role", person).is(204);
    var _ = key(brain.rotate(token, 0));
  }

  @Test
  void a_service_token_is_known_to_introspection_and_to_nothing_of_ours() {
    var token = key(brain.create(jwt, uuid()));
    var told = annals.introspect(gateway, token);
    assertThat(told.required("token_type").asString()).isEqualTo("service_token");
    assertThat(told.required("sub").asString()).isEqualTo(person.account());
    annals.sessions(token).isProblem(401, "unauthenticated");

    var next = key(brain.rotate(jwt, token, 60));
    assertThat(isActive(token)).isTrue();
    assertThat(isActive(next)).isTrue();
    brain.clock().advance(Duration.ofSeconds(60));
    assertThat(isActive(token)).isFalse();
    isError(brain.rotate(token, 0), 400, "EXPIRED_SERVICE_TOKEN");
    isError(brain.rotate(jwt, token, 0), 400, "EXPIRED_SERVICE_TOKEN");
    annals.client().post("/oauth2/revoke").bearer(gateway).form("token", next).send().is(200);
    isError(brain.rotate(next, 0), 400, "EXPIRED_SERVICE_TOKEN");
  }

  @Test
  void anothers_service_token_is_none() {
    var token = key(brain.create(jwt, uuid()));
    var other = annals.person(administrator);
    admin("grant-role", other).is(204);
    var theirs = brain.signIn(other.login(), other.password());
    isError(brain.rotate(theirs, token, 0), 400, "AUTHENTICATION_ERROR");
    isError(brain.create(theirs, token), 400, "INVALID_REQUEST_BODY");
    assertThat(isActive(token)).isTrue();
  }

  @Test
  void a_private_token_is_no_service_token() {
    var own = annals.signIn(person);
    var secret =
        annals.tell(own, "issue-api-key", "name", "x", "kind", "private_token").field("api_key");
    isError(brain.rotate(secret, 0), 400, "AUTHENTICATION_ERROR");
    isError(brain.rotate(jwt, secret, 0), 400, "AUTHENTICATION_ERROR");
  }

  @Test
  void of_two_who_rotate_the_same_token_at_once_one_gets_another() throws Exception {
    var token = key(brain.create(jwt, uuid()));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Answer> rotation = () -> brain.rotate(token, 0);
      var answers = new ArrayList<Answer>();
      for (var answer : threads.invokeAll(Collections.nCopies(6, rotation))) {
        answers.add(answer.get());
      }
      assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
      assertThat(answers)
          .filteredOn(answer -> answer.status() != 200)
          .allSatisfy(answer -> isError(answer, 400, "EXPIRED_SERVICE_TOKEN"));
    }
  }

  @Test
  void a_rotation_under_a_key_is_answered_again() {
    var token = key(brain.create(jwt, uuid()));
    var first =
        key(brain.post(DatabrainServer.ROTATE, token).fields("expireAt", 0).key("rotate").send());
    var second =
        key(brain.post(DatabrainServer.ROTATE, token).fields("expireAt", 0).key("rotate").send());
    assertThat(second).isEqualTo(first);
    isError(brain.rotate(token, 0), 400, "EXPIRED_SERVICE_TOKEN");
  }

  @Test
  void whoever_acts_is_in_the_log_and_the_family_with_them() {
    var before = annals.head(administrator);
    var token = key(brain.create(jwt, uuid()));
    var _ = key(brain.rotate(token, 0));
    var events = annals.log(administrator, before);
    assertThat(events).hasSize(2);
    assertThat(events.get(0).at("/metadata/actor").asString()).contains(person.account());
    assertThat(events.get(1).at("/metadata/actor").asString()).startsWith("api-key:");
    assertThat(events)
        .allSatisfy(it -> {
          assertThat(it.at("/metadata/family").asString()).isEqualTo("databrain");
          assertThat(it.at("/metadata/subject").asString()).isEqualTo(person.account());
        });
  }

  @Test
  void a_token_of_another_family_or_of_another_year_recalls_no_answer() {
    var token = key(brain.create(jwt, uuid()));
    var rotated = rotateOnce(jwt, token);
    var fresh = key(rotated);
    assertThat(rotateOnce(jwt, token).field("key")).isEqualTo(fresh);

    var pair = brain.datarhei(person.login(), person.password());
    isError(rotateOnce(pair.field("access_token"), token), 401, "AUTHENTICATION_ERROR");
    isError(rotateOnce(pair.field("refresh_token"), token), 401, "AUTHENTICATION_ERROR");
    brain.clock().advance(Duration.ofMinutes(10));
    isError(rotateOnce(token, 0), 400, "EXPIRED_SERVICE_TOKEN");
    brain.clock().advance(Duration.ofDays(400));
    isError(rotateOnce(jwt, token), 401, "AUTHENTICATION_ERROR");
  }

  private Answer rotateOnce(String bearer, Object token) {
    var call = brain.post(DatabrainServer.ROTATE, bearer).key("once");
    return call.fields("token", token, "expireAt", 0).send();
  }

  @Test
  void a_number_out_of_all_reason_is_refused_by_its_name() {
    var token = key(brain.create(jwt, uuid()));
    var digits = "9".repeat(999);
    for (var number : new String[] {digits, "1e99999999999", "-" + digits, "1e400"}) {
      var body = "{\"token\":\"" + token + "\",\"expireAt\":" + number + "}";
      var answer = brain.post(DatabrainServer.ROTATE, jwt).json(body).send();
      isError(answer, 400, "INVALID_REQUEST_BODY");
    }
  }
}
