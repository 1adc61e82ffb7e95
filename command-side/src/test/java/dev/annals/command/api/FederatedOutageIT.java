package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.federation.TestIssuer;
import dev.annals.command.federation.TestKey;
import dev.annals.command.installation.RefusalReport;
import dev.annals.store.TestPostgres;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** An issuer that is down harms nobody but its own people; bad tokens harm whoever sends them. */
@ExtendWith(NothingLeaks.class)
@Timeout(120)
class FederatedOutageIT {
  private static final TestKey KEY = TestKey.of("k", TestKey.Kind.EDDSA);
  private static final String PERSON = "auth0|somebody-who-is-allowed";

  private final TestIssuer ill = new TestIssuer();
  private final TestIssuer well = new TestIssuer();
  private final Server server =
      Server.start(
          TestPostgres.freshDatabase(),
          new SettableClock(),
          "annals.attempts.burst=8",
          "annals.attempts.per-minute=1",
          "annals.attempts.recorded-per-address=2",
          "annals.federation.refetch-floor=45s",
          "annals.federation.issuers[0].issuer=" + ill.name(),
          "annals.federation.issuers[0].audience=annals",
          "annals.federation.issuers[0].allowed-subjects=" + PERSON,
          "annals.federation.issuers[1].issuer=" + well.name(),
          "annals.federation.issuers[1].audience=annals",
          "annals.federation.issuers[1].allowed-subjects=" + PERSON);
  private final Annals annals = server.annals();

  @AfterEach
  void stop() {
    server.close();
    ill.close();
    well.close();
  }

  private Answer comes(TestIssuer issuer, String... changes) {
    Secrets.note(PERSON);
    var subject = new String[] {"sub=\"" + PERSON + "\""};
    var claims = issuer.claims(server.clock().instant(), changes.length == 0 ? subject : changes);
    return shows(KEY.sign(claims));
  }

  private Answer shows(String token) {
    Secrets.note(token);
    return annals.client().post("/v1/federated-sign-in").fields("token", token).send();
  }

  private static void isUnavailable(Answer answer) {
    answer.is(503);
    assertThat(answer.field("type")).isEqualTo("/problems/issuer-unavailable");
    assertThat(answer.header("Retry-After")).contains("45");
  }

  @Test
  void while_an_issuer_is_down_its_people_are_told_to_come_back_at_no_cost() {
    ill.says(500, "out of order");
    well.has(KEY);
    var administrator = annals.administrator();
    long head = annals.head(administrator);

    for (int i = 0; i < 20; i++) {
      isUnavailable(comes(ill));
    }
    assertThat(annals.log(administrator, head)).isEmpty();
    comes(well).is(200);
    var _ = annals.administrator();

    ill.has(KEY);
    server.clock().advance(Duration.ofSeconds(45));
    comes(ill).is(200);
  }

  @Test
  void while_an_issuer_says_nothing_everything_else_works() throws Exception {
    ill.saysNothing();
    well.has(KEY);
    Callable<Answer> coming = () -> comes(ill);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting = Collections.nCopies(2, coming).stream().map(threads::submit).toList();
      comes(well).is(200);
      annals.sessions(annals.administrator().access()).is(200);
      for (var answer : waiting) {
        isUnavailable(answer.get());
      }
    }
  }

  @Test
  void an_address_that_shows_too_many_bad_tokens_is_told_to_come_back() {
    well.has(KEY);
    for (int i = 0; i < 20; i++) {
      comes(well).is(200);
    }
    for (int i = 0; i < 6; i++) {
      shows("x.y.z").isProblem(401, "federated-token-refused");
    }
    comes(well, "aud=\"others\"").isProblem(401, "federated-token-refused");
    comes(well, "sub=\"auth0|a-stranger-from-afar\"").isProblem(401, "federated-sign-in-refused");

    comes(well).isProblem(429, "too-many-attempts");
    var refused = annals.trySignIn("admin", Annals.ADMINISTRATORS_PASSWORD);
    refused.isProblem(429, "too-many-attempts");
    assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow())).isBetween(1, 60);
  }

  @Test
  void tokens_that_were_not_good_are_counted_in_the_log() {
    well.has(KEY);
    var administrator = annals.administrator();
    long head = annals.head(administrator);
    shows("x.y.z").isProblem(401, "federated-token-refused");
    comes(well, "aud=\"others\"").isProblem(401, "federated-token-refused");
    assertThat(annals.log(administrator, head)).isEmpty();

    // What happens when the process ends; the timer would do the same a minute later.
    server.bean(RefusalReport.class).close();
    var counted = annals.log(administrator, head).getFirst();
    assertThat(counted.required("name").asString()).isEqualTo("sign_in.refusals_counted");
    assertThat(counted.at("/payload/reason").asString()).isEqualTo("federated_token_rejected");
    assertThat(counted.at("/payload/count").asLong()).isEqualTo(2);
  }

  @Test
  void beyond_the_first_few_refusals_are_counted_and_told_alike() {
    well.has(KEY);
    var account = Tokens.of(comes(well)).account();
    var administrator = annals.administrator();
    annals.tell(administrator, "lock-account", "account_id", account).is(204);
    long head = annals.head(administrator);

    for (int i = 0; i < 3; i++) {
      comes(well).isProblem(401, "federated-sign-in-refused");
    }
    for (int i = 0; i < 3; i++) {
      comes(well, "sub=\"auth0|a-stranger-from-afar\"").isProblem(401, "federated-sign-in-refused");
    }
    assertThat(FederatedServer.namesOf(annals.log(administrator, head)))
        .containsExactly(
            "sign_in.refused",
            "sign_in.refused",
            "sign_in.stranger_refused",
            "sign_in.stranger_refused");
  }
}
