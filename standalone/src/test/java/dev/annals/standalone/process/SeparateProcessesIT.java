package dev.annals.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Command side, a query side on the log and one on Kafka: one history, and the same answers. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no signals")
final class SeparateProcessesIT {
  /** What a JVM ends with after SIGTERM, once everything is in order: 128 and the signal. */
  private static final int TERMINATED = 143;

  @TempDir static Path directory;

  private static Deployment annals;
  private static Town town;

  @BeforeAll
  static void start() throws Exception {
    annals = new Deployment(directory);
    annals.start();
    town = new Town(annals);
  }

  @AfterAll
  static void stop() throws IOException {
    annals.close();
  }

  @Test
  void every_side_tells_the_same_story() throws Exception {
    var ada = town.register("ada@example.com");
    var first = town.signIn(ada);
    var refreshed = town.refresh(first);
    town.failToSignIn(ada);
    var second = town.signIn(ada);
    long head = town.signOut(refreshed);

    for (var side : annals.querySides()) {
      var now = town.account(side, ada, head, head);
      assertThat(now.properties()).containsAll(town.account(annals.command, ada).properties());
      assertThat(town.events(side, ada, head))
          .isEqualTo(town.events(annals.onLog, ada, head))
          .extracting(event -> event.required("name").asString())
          .containsExactly(
              "account.registered",
              "password.set",
              "session.started",
              "session.tokens_issued",
              "session.tokens_issued",
              "password.rejected",
              "password.wrong_ones_forgiven",
              "session.started",
              "session.tokens_issued",
              "session.ended");
      for (var token : new String[] {first.access(), refreshed.access(), second.access(), "x"}) {
        assertThat(town.introspected(side, token))
            .isEqualTo(town.introspected(annals.command, token));
      }
      assertThat(town.introspected(side, second.access()).required("active").asBoolean()).isTrue();
      assertThat(town.introspected(side, refreshed.access()).required("active").asBoolean())
          .isFalse();
    }
    for (long position : LongStream.rangeClosed(ada.registered(), head).toArray()) {
      assertThat(town.account(annals.onKafka, ada, position, head))
          .isEqualTo(town.account(annals.onLog, ada, position, head));
    }
    town.mustHaveSameRows();
  }

  @Test
  void another_relays_when_the_one_that_did_is_killed() throws Exception {
    var grace = town.register("grace@example.com");
    town.mustReach(annals.onKafka, town.signIn(grace).position());
    for (var killed : annals.querySides()) {
      var other = killed == annals.onLog ? annals.onKafka : annals.onLog;
      town.awaitRelay(killed);

      killed.kill();
      long meanwhile = town.signIn(grace).position();
      town.awaitRelay(other);
      town.mustReach(other, meanwhile);
      killed.start();

      town.mustReach(killed, meanwhile);
      assertThat(town.events(killed, grace, meanwhile))
          .isEqualTo(town.events(other, grace, meanwhile));
    }
    town.mustHaveSameRows();
  }

  @Test
  void a_question_that_waits_is_answered_before_a_side_ends() throws Exception {
    var path = "/v1/activity?min_position=" + Integer.MAX_VALUE;
    for (var side : annals.querySides()) {
      var answer = side.client().ask(path, town.administrator());
      while (side.client().underWay() < 2) {
        Thread.sleep(20);
      }
      side.terminate();
      while (side.client().isListening()) {
        Thread.sleep(20);
      }

      assertThat(answer.join().text("type")).isEqualTo("/problems/not-caught-up");
      assertThat(side.exitCode()).isEqualTo(TERMINATED);
      side.start();
    }
  }

  @Test
  void a_view_is_rebuilt_from_the_command_line_beside_the_one_that_serves() throws Exception {
    for (var side : annals.querySides()) {
      int generation = town.generation(side, "session");

      var done = side.run("rebuild", "session");

      assertThat(done.exitCode()).as(done.output()).isZero();
      assertThat(done.output()).contains("session  [####").contains("100 %").contains("done");
      town.awaitGeneration(side, "session", generation + 1);
      town.mustReach(side, town.register(side.name() + "@example.com").registered());
    }
    town.mustHaveSameRows();
  }

  @Test
  void a_command_line_that_makes_no_sense_is_told_what_would() throws Exception {
    var unknown = annals.onLog.run("rebuild", "diary");
    assertThat(unknown.exitCode()).isOne();
    assertThat(unknown.output())
        .contains("There is no view diary. There are: audit, account, session, activity");

    var nonsense = annals.onLog.run("rebuilt");
    assertThat(nonsense.exitCode()).isOne();
    assertThat(nonsense.output()).contains("rebuild <view>");
  }
}
