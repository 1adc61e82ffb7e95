package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.store.TestPostgres;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator's password is good for one sign-in, where it must be changed. */
@ExtendWith(NothingLeaks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneTimePasswordIT {
  private static final String ONE_TIME = "eleven silver teaspoons walk 45";
  private static final String OWN = "twelve copper umbrellas dance 46";

  private final SettableClock clock = new SettableClock();
  private Server server;
  private Annals annals;
  private Annals.Person person;
  private Tokens before;

  @BeforeAll
  void start() {
    server = Server.start(TestPostgres.freshDatabase(), clock);
    annals = server.annals();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @BeforeEach
  void a_reset_password() {
    var administrator = annals.administrator();
    person = annals.person(administrator);
    before = annals.signIn(person);
    annals
        .tell(
            administrator,
            "reset-password",
            "account_id",
            person.account(),
            "one_time_password",
            ONE_TIME)
        .is(204)
        .isPositioned();
  }

  private Answer change(Tokens tokens) {
    return annals.tell(
        tokens, "change-password", "current_password", ONE_TIME, "new_password", OWN);
  }

  @Test
  void the_old_password_and_the_old_session_are_over() {
    annals.trySignIn(person.login(), person.password()).isProblem(401, "sign-in-refused");
    annals.sessions(before.access()).isProblem(401, "unauthenticated");
  }

  @Test
  void until_it_is_changed_nothing_else_may_be_done() {
    var restricted = annals.signIn(person.login(), ONE_TIME);
    annals.sessions(restricted.access()).isProblem(403, "password-change-required");
    annals
        .tell(restricted, "issue-api-key", "name", "escape")
        .isProblem(403, "password-change-required");
    annals.tell(restricted, "revoke-all-sessions").isProblem(403, "password-change-required");
    var still = Tokens.of(annals.refresh(restricted.refresh()));
    annals.sessions(still.access()).isProblem(403, "password-change-required");
  }

  @Test
  void it_may_be_signed_out_of() {
    annals.tell(annals.signIn(person.login(), ONE_TIME), "sign-out").is(204);
  }

  @Test
  void once_it_is_changed_the_session_may_do_everything() {
    var restricted = annals.signIn(person.login(), ONE_TIME);
    change(restricted).is(204);
    var full = Tokens.of(annals.refresh(restricted.refresh()));
    assertThat(full.session()).isEqualTo(restricted.session());
    annals.sessions(full.access()).is(200);
    annals.sessions(annals.signIn(person.login(), OWN).access()).is(200);
  }

  @Test
  void changing_it_to_itself_is_no_change() {
    var restricted = annals.signIn(person.login(), ONE_TIME);
    annals
        .tell(restricted, "change-password", "current_password", ONE_TIME, "new_password", ONE_TIME)
        .isProblem(400, "password-unchanged");
  }

  @Test
  void a_second_sign_in_is_refused() {
    var restricted = annals.signIn(person.login(), ONE_TIME);
    annals.trySignIn(person.login(), ONE_TIME).isProblem(401, "sign-in-refused");
    change(restricted).is(204);
  }

  @Test
  void it_is_good_for_a_day_and_no_longer() {
    clock.advance(Duration.ofHours(24));
    annals.trySignIn(person.login(), ONE_TIME).isProblem(401, "sign-in-refused");
  }

  @Test
  void it_is_good_until_the_day_is_over() {
    clock.advance(Duration.ofHours(24).minusMillis(1));
    change(annals.signIn(person.login(), ONE_TIME)).is(204);
  }
}
