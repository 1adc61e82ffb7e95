package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.api.DatarheiServer.Pair;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What ends a Core's tokens, and what the log knows of them. */
@ExtendWith(NothingLeaks.class)
class DatarheiSessionsIT {
  private static final DatarheiServer CORE = new DatarheiServer();
  private final Annals annals = CORE.annals();
  private final Tokens administrator = annals.administrator();

  @AfterAll
  static void stop() {
    CORE.close();
  }

  @Test
  void a_token_is_over_on_the_second_and_the_session_with_its_last_one() {
    var pair = CORE.logIn(annals.person(administrator));
    CORE.server().clock().advance(Duration.ofSeconds(599));
    assertThat(CORE.isGood(pair.access())).isTrue();
    CORE.server().clock().advance(Duration.ofSeconds(1));
    assertThat(CORE.isGood(pair.access())).isFalse();

    CORE.server().clock().advance(Duration.ofSeconds(86_400 - 600 - 1));
    var last = CORE.refresh(pair.refresh()).is(200).field("access_token");
    CORE.server().clock().advance(Duration.ofSeconds(1));
    CORE.refresh(pair.refresh()).is(401);
    CORE.server().clock().advance(Duration.ofSeconds(598));
    assertThat(CORE.isGood(last)).isTrue();
    CORE.server().clock().advance(Duration.ofSeconds(1));
    assertThat(CORE.isGood(last)).isFalse();
  }

  private void ends(Annals.Person person, Pair pair) {
    assertThat(CORE.isGood(pair.access())).isFalse();
    CORE.refresh(pair.refresh()).is(401);
    assertThat(CORE.client().get("/api").bearer(pair.access()).send().is(200).text())
        .doesNotContain("\"id\"");
    assertThat(person.account()).isNotEmpty();
  }

  @Test
  void what_ends_sessions_ends_a_cores_too() {
    for (var command :
        new String[] {"lock-account", "disable-account", "erase-account", "revoke-all-sessions"}) {
      var person = annals.person(administrator);
      var pair = CORE.logIn(person);
      assertThat(CORE.isGood(pair.access())).isTrue();
      annals.tell(administrator, command, "account_id", person.account()).is(204);
      ends(person, pair);
      if (!command.startsWith("revoke")) {
        CORE.tryLogIn(person.login(), person.password()).is(401);
      }
    }
  }

  @Test
  void a_new_password_ends_the_tokens_that_the_old_one_gave() {
    var person = annals.person(administrator);
    var pair = CORE.logIn(person);
    var changed = "another lovely bunch of plums 77";
    annals
        .tell(
            annals.signIn(person),
            "change-password",
            "current_password",
            person.password(),
            "new_password",
            changed)
        .is(204);
    ends(person, pair);
    CORE.tryLogIn(person.login(), person.password()).is(401);
    assertThat(CORE.isGood(Pair.of(CORE.tryLogIn(person.login(), changed)).access())).isTrue();
  }

  @Test
  void a_password_that_must_be_changed_logs_nobody_in() {
    var person = annals.person(administrator);
    var once = "a password for the first time 83";
    annals
        .tell(
            administrator,
            "reset-password",
            "account_id",
            person.account(),
            "one_time_password",
            once)
        .is(204);
    CORE.tryLogIn(person.login(), once).is(401);
  }

  @Test
  void tokens_are_introspected_and_revoked_like_others() {
    var person = annals.person(administrator);
    var pair = CORE.logIn(person);
    var key = annals.apiKey(administrator);
    assertThat(annals.introspect(key, pair.access()).required("active").asBoolean()).isTrue();
    assertThat(annals.introspect(key, pair.refresh()).required("active").asBoolean()).isTrue();

    revoke(key, pair.access());
    assertThat(annals.introspect(key, pair.access()).required("active").asBoolean()).isFalse();
    assertThat(CORE.isGood(pair.access())).isFalse();
    var another = CORE.refresh(pair.refresh()).is(200).field("access_token");
    assertThat(CORE.isGood(another)).isTrue();

    revoke(key, pair.refresh());
    assertThat(annals.introspect(key, pair.refresh()).required("active").asBoolean()).isFalse();
    ends(person, new Pair(another, pair.refresh()));
  }

  private void revoke(String key, String token) {
    annals.client().post("/oauth2/revoke").bearer(key).form("token", token).send().is(200);
  }

  @Test
  void a_cores_token_is_good_nowhere_else_and_no_other_is_good_in_a_core() {
    var person = annals.person(administrator);
    var pair = CORE.logIn(person);
    annals.sessions(pair.access()).isProblem(401, "unauthenticated");
    annals.refresh(pair.refresh()).isProblem(401, "refresh-refused");
    assertThat(CORE.isGood(annals.signIn(person).access())).isFalse();
    assertThat(CORE.isGood(annals.apiKey(annals.signIn(person)))).isFalse();
  }

  @Test
  void the_log_knows_that_it_was_a_core() {
    var person = annals.person(administrator);
    long before = annals.head(administrator);
    var pair = CORE.logIn(person);
    CORE.refresh(pair.refresh()).is(200).isPositioned();
    CORE.tryLogIn(person.login(), "a wrong password of twenty").is(401);
    CORE.tryLogIn(Annals.newLogin(), "a wrong password of twenty").is(401);
    var events = annals.log(administrator, before);
    assertThat(FederatedServer.namesOf(events))
        .containsExactly(
            "session.started",
            "session.foreign_tokens_issued",
            "session.foreign_tokens_issued",
            "password.rejected",
            "sign_in.refused");
    assertThat(events)
        .allSatisfy(it -> assertThat(it.at("/metadata/family").asString()).isEqualTo("datarhei"));
  }
}
