package dev.annals.command.api;

import static dev.annals.command.api.DatabrainServer.isError;
import static dev.annals.command.api.DatabrainServer.jwt;
import static dev.annals.command.api.DatabrainServer.key;
import static dev.annals.command.api.DatabrainServer.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is let in, for how long, and what ends it. */
@ExtendWith(NothingLeaks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabrainAccessIT {
  private static final String REFUSED = "Invalid credentials";
  private static final String WRONG = "not the password of anybody at all";
  private static final String NEXT = "Another-1-Password";

  private final DatabrainServer brain = new DatabrainServer();
  private final Annals annals = brain.annals();
  private Tokens administrator;
  private String gateway;
  private Annals.Person person;
  private String jwt;

  @BeforeAll
  void note() {
    Secrets.note(NEXT);
  }

  @AfterAll
  void stop() {
    brain.close();
  }

  @BeforeEach
  void an_admin() {
    administrator = annals.administrator();
    gateway = annals.apiKey(administrator);
    person = annals.person(administrator);
    administer("grant-role", "role", "databrain.admin").is(204);
    jwt = brain.signIn(person.login(), person.password());
  }

  private Answer administer(String command, Object... more) {
    var fields = new ArrayList<Object>(List.of("account_id", person.account()));
    fields.addAll(List.of(more));
    return annals.tell(administrator, command, fields.toArray());
  }

  private boolean isActive(String token) {
    return annals.introspect(gateway, token).required("active").asBoolean();
  }

  private void isOver() {
    isError(brain.create(jwt, uuid()), 401, "AUTHENTICATION_ERROR");
    isError(brain.reset(jwt, person.password(), NEXT).send(), 401, "AUTHENTICATION_ERROR");
    isError(brain.rotate(jwt, uuid(), 0), 401, "AUTHENTICATION_ERROR");
    assertThat(isActive(jwt)).isFalse();
  }

  private Answer signIn() {
    return brain.trySignIn(person.login(), person.password());
  }

  @Test
  void who_is_none_of_the_companys_people_keeps_the_rules_of_this_installation() {
    var stranger = annals.person(annals.administrator());
    var theirs = brain.signIn(stranger.login(), stranger.password());

    isError(brain.reset(theirs, stranger.password(), NEXT).send(), 500, "INTERNAL_SERVER_ERROR");
  }

  @Test
  void a_token_lives_a_day_and_its_session_no_longer() {
    brain.clock().advance(Duration.ofHours(24).minusSeconds(1));
    assertThat(isActive(jwt)).isTrue();
    brain.clock().advance(Duration.ofSeconds(1));
    administrator = annals.administrator();
    isOver();
  }

  @Test
  void a_lock_ends_the_token_and_refuses_the_next() {
    administer("lock-account").is(204);
    isOver();
    isError(signIn(), 400, REFUSED);
    administer("unlock-account").is(204);
    isOver();
    var _ = jwt(signIn());
  }

  @Test
  void a_disabled_account_is_refused_and_so_is_its_service_token() {
    var token = key(brain.create(jwt, uuid()));
    administer("disable-account").is(204);
    isOver();
    isError(signIn(), 400, REFUSED);
    isError(brain.rotate(token, 0), 401, "AUTHENTICATION_ERROR");
  }

  @Test
  void an_erased_account_is_as_one_that_never_was() {
    var token = key(brain.create(jwt, uuid()));
    administer("erase-account").is(204);
    isOver();
    isError(signIn(), 400, "USER_NOT_FOUND");
    isError(brain.rotate(token, 0), 401, "AUTHENTICATION_ERROR");
  }

  @Test
  void a_revocation_ends_the_token() {
    var told = annals.introspect(gateway, jwt);
    assertThat(told.required("client_id").asString()).isEqualTo("databrain");
    annals.client().post("/oauth2/revoke").bearer(gateway).form("token", jwt).send().is(200);
    isOver();
  }

  @Test
  void a_password_changed_elsewhere_ends_the_token() {
    var own = annals.signIn(person);
    annals
        .tell(own, "change-password", "current_password", person.password(), "new_password", NEXT)
        .is(204);
    isOver();
  }

  @Test
  void changing_the_password_ends_every_session_and_no_service_token() {
    var other = brain.signIn(person.login(), person.password());
    var own = annals.signIn(person);
    var token = key(brain.create(jwt, uuid()));
    brain.reset(jwt, person.password(), NEXT).send().is(200).isPositioned();

    isOver();
    assertThat(isActive(other)).isFalse();
    assertThat(isActive(own.access())).isFalse();
    assertThat(isActive(token)).isTrue();
    isError(signIn(), 400, REFUSED);
    var _ = brain.signIn(person.login(), NEXT);
  }

  @Test
  void a_change_under_a_key_is_answered_again_though_it_ended_the_token() {
    var first = brain.reset(jwt, person.password(), NEXT).key("again").send().is(200);
    var second = brain.reset(jwt, person.password(), NEXT).key("again").send().is(200);
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.header("Idempotent-Replayed")).contains("true");
    isError(
        brain.reset(jwt, person.password(), NEXT).key("other").send(), 401, "AUTHENTICATION_ERROR");
  }

  @Test
  void wrong_current_passwords_make_the_account_wait() {
    for (int i = 0; i < 5; i++) {
      isError(brain.reset(jwt, WRONG, NEXT).send(), 400, "RESET_PASSWORD_ERROR");
    }
    isError(brain.reset(jwt, person.password(), NEXT).send(), 400, "RESET_PASSWORD_ERROR");
    isError(signIn(), 400, REFUSED);
    brain.clock().advance(Duration.ofSeconds(30));
    brain.reset(jwt, person.password(), NEXT).send().is(200);
  }

  @Test
  void a_password_for_one_sign_in_is_no_way_in() {
    var once = "eleven silver teaspoons walk 45";
    administer("reset-password", "one_time_password", once).is(204);
    isOver();
    isError(brain.trySignIn(person.login(), once), 400, REFUSED);
    var _ = annals.signIn(person.login(), once);
  }
}
