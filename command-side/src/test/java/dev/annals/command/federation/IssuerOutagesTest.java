package dev.annals.command.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.federation.FederatedTokens.Judgement;
import dev.annals.command.federation.FederatedTokens.Judgement.Proven;
import dev.annals.command.federation.FederatedTokens.Judgement.Rejected;
import dev.annals.command.federation.FederatedTokens.Judgement.Unavailable;
import dev.annals.command.federation.TestKey.Kind;
import dev.annals.federation.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against an issuer that changes its keys, or does not answer as it should. */
@Timeout(60)
class IssuerOutagesTest {
  private static final Duration FLOOR = Duration.ofSeconds(30);
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final TestKey KEY = TestKey.of("first", Kind.EDDSA);
  private static final TestKey NEXT = TestKey.of("second", Kind.EDDSA);
  private static final Unavailable UNAVAILABLE = new Unavailable();

  private final TestIssuer issuer = new TestIssuer();
  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final TrustedIssuer trusted = issuer.trusted(Optional.of("spa"));
  private final FederatedTokens tokens = new FederatedTokens(List.of(trusted), FLOOR, now::get);

  @AfterEach
  void close() {
    issuer.close();
  }

  private void later(Duration duration) {
    var _ = now.updateAndGet(instant -> instant.plus(duration));
  }

  private Judgement judge(String... changes) {
    return tokens.judge(KEY.sign(issuer.claims(now.get(), changes)));
  }

  private void isProven(Judgement judgement) {
    assertThat(judgement).isEqualTo(new Proven(trusted, new Subject("auth0|ada")));
  }

  @Test
  void a_new_key_is_found_as_soon_as_the_floor_allows() {
    issuer.has(KEY);
    isProven(judge());
    issuer.has(NEXT);

    later(FLOOR.minusMillis(1));
    assertThat(tokens.judge(NEXT.sign(issuer.claims(now.get()))))
        .isEqualTo(new Rejected("The issuer has no such key."));
    isProven(judge());
    assertThat(issuer.asked()).isEqualTo(1);

    later(Duration.ofMillis(1));
    isProven(tokens.judge(NEXT.sign(issuer.claims(now.get()))));
    assertThat(judge()).isEqualTo(new Rejected("The issuer has no such key."));
    assertThat(issuer.asked()).isEqualTo(2);
  }

  @Test
  void keys_are_asked_for_again_after_ten_minutes() {
    issuer.has(KEY);
    isProven(judge());
    later(Duration.ofMinutes(10).minusMillis(1));
    isProven(judge());
    assertThat(issuer.asked()).isEqualTo(1);

    issuer.has(NEXT);
    later(Duration.ofMillis(1));
    assertThat(judge()).isEqualTo(new Rejected("The issuer has no such key."));
    assertThat(issuer.asked()).isEqualTo(2);
  }

  @Test
  void while_the_issuer_is_down_its_old_keys_serve_for_an_hour() {
    issuer.has(KEY);
    isProven(judge());
    issuer.goesDown();

    later(Duration.ofHours(1).minusMillis(1));
    isProven(judge());
    assertThat(tokens.judge(NEXT.sign(issuer.claims(now.get())))).isEqualTo(UNAVAILABLE);
    later(Duration.ofMillis(1));
    assertThat(judge()).isEqualTo(UNAVAILABLE);
  }

  @Test
  void an_issuer_that_failed_is_not_asked_again_before_the_floor() {
    issuer.says(503, "busy");
    assertThat(judge()).isEqualTo(UNAVAILABLE);
    issuer.has(KEY);

    assertThat(judge()).isEqualTo(UNAVAILABLE);
    assertThat(issuer.asked()).isEqualTo(1);
    later(FLOOR);
    isProven(judge());
  }

  @Test
  void a_clock_that_was_set_back_makes_nobody_wait() {
    issuer.says(503, "busy");
    assertThat(judge()).isEqualTo(UNAVAILABLE);
    issuer.has(KEY);

    later(Duration.ofDays(-1));
    isProven(judge());
  }

  @Test
  void nobody_listening_is_unavailable() {
    issuer.goesDown();

    assertThat(judge()).isEqualTo(UNAVAILABLE);
  }

  @Test
  void an_issuer_that_says_nothing_is_unavailable() {
    issuer.saysNothing();

    assertThat(judge()).isEqualTo(UNAVAILABLE);
  }

  @Test
  void an_answer_without_end_is_not_waited_for() {
    issuer.trickles();

    assertThat(judge()).isEqualTo(UNAVAILABLE);
  }

  @Test
  void a_redirect_is_not_followed() {
    try (var elsewhere = new TestIssuer()) {
      elsewhere.has(KEY);
      issuer.redirectsTo(elsewhere.name());

      assertThat(judge()).isEqualTo(UNAVAILABLE);
      assertThat(elsewhere.asked()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "{}", "[]", "null", "{\"keys\":[", "{\"keys\":7}", "\u0000"})
  void what_is_no_set_of_keys_is_unavailable(String body) {
    issuer.says(200, body);

    assertThat(judge()).isEqualTo(UNAVAILABLE);
  }

  @Test
  void more_than_keys_can_be_is_not_read() {
    issuer.says(200, "{\"keys\":[]}" + " ".repeat(256 * 1024));

    assertThat(judge()).isEqualTo(UNAVAILABLE);
  }

  @Test
  void an_issuer_without_keys_has_none() {
    issuer.says(200, "{\"keys\":[]}");

    assertThat(judge()).isEqualTo(new Rejected("The issuer has no such key."));
  }

  @Test
  void many_who_come_at_once_ask_once() throws Exception {
    issuer.has(KEY);
    var token = KEY.sign(issuer.claims(now.get()));
    Callable<Judgement> judging = () -> tokens.judge(token);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var judged : threads.invokeAll(Collections.nCopies(32, judging))) {
        isProven(judged.get());
      }
    }
    assertThat(issuer.asked()).isEqualTo(1);
  }

  @Test
  void one_issuer_that_is_down_is_nothing_to_another() {
    try (var other = new TestIssuer()) {
      issuer.goesDown();
      other.has(KEY);
      var others = other.trusted(Optional.empty());
      var both = new FederatedTokens(List.of(trusted, others), FLOOR, now::get);

      assertThat(both.judge(KEY.sign(issuer.claims(now.get())))).isEqualTo(UNAVAILABLE);
      assertThat(both.judge(KEY.sign(issuer.claims(now.get(), "iss=\"" + other.name() + "\""))))
          .isEqualTo(new Proven(others, new Subject("auth0|ada")));
      assertThat(both.issuers()).containsExactly(trusted, others);
    }
  }

  @Test
  void no_thread_is_left_behind() throws InterruptedException {
    var before = new HashSet<>(Thread.getAllStackTraces().keySet());
    issuer.saysNothing();
    assertThat(judge()).isEqualTo(UNAVAILABLE);
    later(FLOOR);
    issuer.has(KEY);
    isProven(judge());

    for (var thread : Thread.getAllStackTraces().keySet()) {
      if (!before.contains(thread) && thread.getName().startsWith("HttpClient-")) {
        thread.join();
      }
    }
  }
}
