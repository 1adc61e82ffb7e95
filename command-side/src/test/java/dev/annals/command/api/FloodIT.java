package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.store.TestPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many attempts from one address are answered 429 and do not grow the log at will. */
@ExtendWith(NothingLeaks.class)
class FloodIT {
  private static final String WRONG = "not the password of anybody at all";

  @Test
  void an_address_that_fails_too_often_is_told_to_come_back() {
    var few = new String[] {"annals.attempts.burst=5", "annals.attempts.per-minute=1"};
    try (var server = Server.start(TestPostgres.freshDatabase(), new SettableClock(), few)) {
      var annals = server.annals();
      for (int i = 0; i < 5; i++) {
        annals.trySignIn(Annals.newLogin(), WRONG).is(401);
      }
      for (var answer :
          List.of(
              annals.trySignIn(Annals.newLogin(), WRONG),
              annals.trySignIn("admin", Annals.ADMINISTRATORS_PASSWORD),
              annals.refresh("anr_x"))) {
        answer.isProblem(429, "too-many-attempts");
        assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow())).isBetween(1, 60);
      }
      for (var header : new String[] {"X-Forwarded-For", "Forwarded", "X-Real-IP"}) {
        var call = annals.client().post("/v1/sign-in").header(header, "203.0.113.7");
        call.fields("login", Annals.newLogin(), "password", WRONG).send().is(429);
      }
    }
  }

  @Test
  void right_passwords_use_nothing_up_and_give_nothing_back() {
    var few = new String[] {"annals.attempts.burst=5", "annals.attempts.per-minute=1"};
    try (var server = Server.start(TestPostgres.freshDatabase(), new SettableClock(), few)) {
      var annals = server.annals();
      for (int i = 0; i < 20; i++) {
        var _ = annals.administrator();
      }
      for (int i = 0; i < 4; i++) {
        annals.trySignIn(Annals.newLogin(), WRONG).is(401);
      }
      for (int i = 0; i < 3; i++) {
        annals
            .client()
            .post("/v1/sign-in")
            .key("again-" + i)
            .fields("login", "admin", "password", Annals.ADMINISTRATORS_PASSWORD)
            .send()
            .is(200);
      }
      annals.trySignIn(Annals.newLogin(), WRONG).is(401);
      annals.trySignIn(Annals.newLogin(), WRONG).is(429);
    }
  }

  @Test
  void behind_a_trusted_proxy_each_client_has_attempts_of_its_own() {
    var few =
        new String[] {
          "annals.attempts.burst=2",
          "annals.attempts.per-minute=1",
          "annals.proxies.trusted=127.0.0.0/8,::1/128"
        };
    try (var server = Server.start(TestPostgres.freshDatabase(), new SettableClock(), few)) {
      for (var address : new String[] {"203.0.113.7", "198.51.100.8, 203.0.113.9"}) {
        assertThat(from(server, address).status()).isEqualTo(401);
        assertThat(from(server, address).status()).isEqualTo(401);
        assertThat(from(server, address).status()).isEqualTo(429);
      }
      assertThat(from(server, "192.0.2.55, 203.0.113.9").status())
          .as("what stands before our proxy's own word is anybody's to invent")
          .isEqualTo(429);
    }
  }

  private static Answer from(Server server, String address) {
    return server
        .client()
        .post("/v1/sign-in")
        .header("X-Forwarded-For", address)
        .fields("login", Annals.newLogin(), "password", WRONG)
        .send();
  }

  @Test
  void a_flood_is_one_event_with_a_count() throws Exception {
    var database = TestPostgres.freshDatabase();
    var clock = new SettableClock();
    long before;
    List<Integer> statuses = new ArrayList<>();
    var flooded =
        new String[] {
          "annals.attempts.burst=100",
          "annals.attempts.per-minute=1",
          "annals.attempts.recorded-per-address=40",
          "annals.attempts.recorded-overall=1000"
        };
    try (var server = Server.start(database, clock, flooded)) {
      before = server.annals().head(server.annals().administrator());
      statuses.addAll(flood(server.annals()));
    }
    assertThat(statuses.stream().collect(Collectors.groupingBy(s -> s, Collectors.counting())))
        .containsEntry(401, 100L)
        .containsEntry(429, 1_900L);
    clock.advance(Duration.ofMinutes(5));
    try (var server = Server.start(database, clock)) {
      var annals = server.annals();
      var log = annals.log(annals.administrator(), before);
      var refused = log.stream().filter(e -> name(e).equals("sign_in.refused"));
      assertThat(refused).hasSize(40);
      var counted = log.stream().filter(e -> name(e).equals("sign_in.refusals_counted")).toList();
      assertThat(counted).hasSize(2);
      long sum =
          counted.stream().mapToLong(e -> e.required("payload").required("count").asLong()).sum();
      assertThat(sum).isEqualTo(1_960);
      assertThat(log).hasSizeLessThan(50);
    }
  }

  private static String name(tools.jackson.databind.JsonNode event) {
    return event.required("name").asString();
  }

  private static List<Integer> flood(Annals annals) throws InterruptedException {
    try (var pool = Executors.newFixedThreadPool(8)) {
      Callable<Integer> attempt = () -> annals.trySignIn(Annals.newLogin(), WRONG).status();
      return pool.invokeAll(Collections.nCopies(2_000, attempt)).stream()
          .map(Future::resultNow)
          .toList();
    }
  }
}
