package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.password.KdfParameters;
import dev.annals.command.password.PasswordHashing;
import dev.annals.store.TestPostgres;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody learns from the answer or from the work whether an account exists, or how it stands. */
@ExtendWith(NothingLeaks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInWorkIT {
  private static final KdfParameters PARAMETERS = new KdfParameters(64, 1, 1);
  private static final String WRONG = "not the password of anybody at all";

  private static final String USED = "with a one-time password used";

  private Server server;
  private Annals annals;
  private Tokens administrator;
  private final Map<String, String> logins = new LinkedHashMap<>();

  @BeforeAll
  void people_of_every_standing() {
    server = Server.start(TestPostgres.freshDatabase(), new SettableClock());
    annals = server.annals();
    administrator = annals.administrator();
    logins.put("unknown", Annals.newLogin());
    logins.put("usable", annals.person(administrator).login());
    logins.put("locked", after("lock-account"));
    logins.put("disabled", after("disable-account"));
    logins.put("erased", after("erase-account"));
    var waiting = annals.person(administrator).login();
    for (int i = 0; i < 5; i++) {
      annals.trySignIn(waiting, WRONG).is(401);
    }
    logins.put("waiting", waiting);
    logins.put(USED, oneTimePasswordUsed());
  }

  private String after(String command) {
    var person = annals.person(administrator);
    annals.tell(administrator, command, "account_id", person.account()).is(204);
    return person.login();
  }

  private String oneTimePasswordUsed() {
    var person = annals.person(administrator);
    annals
        .tell(
            administrator,
            "reset-password",
            "account_id",
            person.account(),
            "one_time_password",
            Annals.PASSWORD)
        .is(204);
    var _ = annals.signIn(person);
    return person.login();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void every_sign_in_costs_one_hashing_with_the_current_parameters() {
    logins.forEach((standing, login) -> {
      for (var password : new String[] {WRONG, Annals.PASSWORD}) {
        long before = work();
        var _ = annals.trySignIn(login, password);
        assertThat(work()).as("work for an account that is " + standing).isEqualTo(before + 1);
      }
    });
    assertThat(server.bean(PasswordHashing.class).computationsByParameters())
        .containsOnlyKeys(PARAMETERS);
  }

  private long work() {
    return server
        .bean(PasswordHashing.class)
        .computationsByParameters()
        .getOrDefault(PARAMETERS, 0L);
  }

  @Test
  void every_refusal_looks_the_same_but_for_its_request_id() {
    var pattern = annals.trySignIn(Annals.newLogin(), WRONG).isProblem(401, "sign-in-refused");
    logins.forEach((standing, login) -> {
      var answer = annals.trySignIn(login, WRONG);
      assertThat(anonymous(answer)).as(standing).isEqualTo(anonymous(pattern));
      assertThat(answer.headerNames()).as(standing).isEqualTo(pattern.headerNames());
      if (!standing.equals("usable")) {
        var right = annals.trySignIn(login, Annals.PASSWORD);
        assertThat(anonymous(right)).as(standing).isEqualTo(anonymous(pattern));
        assertThat(right.headerNames()).as(standing).isEqualTo(pattern.headerNames());
      }
    });
  }

  private static String anonymous(Answer answer) {
    return answer.status() + answer.text().replace(answer.requestId(), "<id>");
  }

  @Test
  void only_the_log_tells_why() {
    long before = annals.head(administrator);
    logins.values().forEach(login -> annals.trySignIn(login, WRONG).is(401));
    annals.trySignIn(logins.getOrDefault(USED, ""), Annals.PASSWORD).is(401);
    assertThat(
            annals.log(administrator, before).stream()
                .map(event ->
                    event.required("name").asString()
                        + " "
                        + event.required("payload").path("reason").asString("")))
        .containsExactly(
            "sign_in.refused unknown_login",
            "password.rejected ",
            "sign_in.refused locked",
            "sign_in.refused disabled",
            "sign_in.refused unknown_login",
            "sign_in.refused waiting",
            "password.rejected ",
            "sign_in.refused one_time_password_used");
  }
}
