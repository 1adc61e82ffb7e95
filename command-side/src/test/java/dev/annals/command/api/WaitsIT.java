package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.store.TestPostgres;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Wrong passwords make an account wait, on a clock that the test sets. */
@ExtendWith(NothingLeaks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaitsIT {
  private static final String WRONG = "not the password of anybody at all";
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(120),
          Duration.ofSeconds(240),
          Duration.ofSeconds(480),
          Duration.ofMinutes(15),
          Duration.ofMinutes(15));

  private final SettableClock clock = new SettableClock();
  private Server server;
  private Annals annals;
  private Annals.Person person;

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
  void somebody() {
    person = annals.person();
  }

  private void wrong(int times) {
    for (int i = 0; i < times; i++) {
      annals.trySignIn(person.login(), WRONG).is(401);
    }
  }

  private Answer right() {
    return annals.trySignIn(person.login(), person.password());
  }

  @Test
  void four_wrong_passwords_cost_nothing() {
    wrong(4);
    right().is(200);
  }

  @Test
  void waits_double_up_to_a_quarter_of_an_hour() {
    wrong(4);
    for (var wait : WAITS) {
      wrong(1);
      clock.advance(wait.minus(MOMENT));
      right().isProblem(401, "sign-in-refused");
      clock.advance(MOMENT);
    }
    right().is(200);
  }

  @Test
  void attempts_while_waiting_do_not_make_the_wait_longer() {
    wrong(5);
    wrong(20);
    clock.advance(Duration.ofSeconds(30));
    right().is(200);
  }

  @Test
  void a_right_password_forgives_the_wrong_ones() {
    wrong(4);
    right().is(200);
    wrong(4);
    right().is(200);
  }

  @Test
  void wrong_current_passwords_count_as_well() {
    var tokens = annals.signIn(person);
    for (int i = 0; i < 5; i++) {
      annals
          .tell(
              tokens,
              "change-password",
              "current_password",
              WRONG,
              "new_password",
              "twenty golden harps sleep 44")
          .isProblem(403, "current-password-refused");
    }
    right().isProblem(401, "sign-in-refused");
    clock.advance(Duration.ofSeconds(30));
    right().is(200);
  }

  @Test
  void other_sessions_go_on_while_the_account_waits() {
    var tokens = annals.signIn(person);
    wrong(5);
    assertThat(annals.sessions(tokens.access()).status()).isEqualTo(200);
    var _ = Tokens.of(annals.refresh(tokens.refresh()));
  }
}
