package dev.annals.command.compat.datarhei;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.async.DeferredResult;

class HeldAnswersTest {
  private static final ResponseEntity<Object> NO = ResponseEntity.status(401).build();
  private static final Duration ENOUGH = Duration.ofSeconds(30);
  private static final Duration LONG = Duration.ofDays(1);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final HeldAnswers held = new HeldAnswers(meters);

  @AfterEach
  void close() {
    held.close();
  }

  private DeferredResult<ResponseEntity<Object>> hold(Duration time) {
    return held.hold(NO, time).orElseThrow();
  }

  private double gauge() {
    return meters.get("annals.datarhei.failed.logins.held").gauge().value();
  }

  private static void isAnswered(DeferredResult<ResponseEntity<Object>> result) {
    var answer = new CompletableFuture<@Nullable Object>();
    result.setResultHandler(answer::complete);
    assertThat(answer).succeedsWithin(ENOUGH).isSameAs(NO);
  }

  @Test
  void an_answer_waits_for_its_time_and_is_counted_until_then() {
    var waiting = hold(LONG);
    assertThat(waiting.hasResult()).isFalse();
    assertThat(gauge()).isEqualTo(1);

    isAnswered(hold(Duration.ofMillis(20)));
    isAnswered(hold(Duration.ofSeconds(-1)));
    assertThat(waiting.hasResult()).isFalse();
    assertThat(gauge()).isEqualTo(1);
  }

  @Test
  void there_is_room_for_so_many_and_again_when_they_have_left() {
    IntStream.range(0, HeldAnswers.MOST).forEach(_ -> assertThat(held.hold(NO, LONG)).isPresent());
    assertThat(held.hold(NO, LONG)).isEmpty();

    held.stop();
    assertThat(gauge()).isZero();
    assertThat(held.hold(NO, LONG)).isPresent();
  }

  @Test
  void when_the_server_stops_all_go_and_nobody_has_to_wait_any_more() {
    var waiting = hold(LONG);
    assertThat(held.isRunning()).isTrue();
    held.stop();
    assertThat(held.isRunning()).isFalse();
    isAnswered(waiting);
    isAnswered(hold(LONG));
  }
}
