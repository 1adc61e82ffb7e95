package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.password.Bulkhead;
import dev.annals.command.throttle.Admission;
import dev.annals.command.throttle.WaitingRoom;
import dev.annals.store.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many people behind one address, all at once; somebody who guesses may be among them. */
@Timeout(120)
@ExtendWith(NothingLeaks.class)
class RushHourIT {
  private static final String WRONG = "not the password of anybody at all";
  private static final int CROWD = 60;

  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch gate = new CountDownLatch(1);

  private static Server server(String... settings) {
    var all = new ArrayList<>(List.of(settings));
    all.add("annals.attempts.per-minute=1");
    all.add("annals.passwords.threads=1");
    return Server.start(
        TestPostgres.freshDatabase(), new SettableClock(), all.toArray(String[]::new));
  }

  @AfterEach
  void everybody_goes_home() {
    gate.countDown();
    callers.close();
  }

  private static void until(BooleanSupplier holds) {
    while (!holds.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  /** Nothing is hashed from now on until the gate opens. */
  private Future<Boolean> hold(Bulkhead bulkhead) {
    var held = callers.submit(() -> bulkhead.call(this::passed));
    until(() -> bulkhead.running() == 1);
    return held;
  }

  private boolean passed() {
    try {
      gate.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Future<Answer>> signIns(Annals annals, List<String> logins) {
    return logins.stream()
        .map(login -> callers.submit(() -> annals.trySignIn(login, Annals.PASSWORD)))
        .toList();
  }

  private static List<String> people(Annals annals, int count) {
    var administrator = annals.administrator();
    List<String> logins = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      logins.add(annals.person(administrator).login());
    }
    return logins;
  }

  private static boolean listensAt(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException _) {
      return false;
    }
  }

  @Test
  void everybody_with_the_right_password_comes_in() throws Exception {
    try (var server = server("annals.attempts.burst=20", "annals.passwords.longest-wait=60s")) {
      var annals = server.annals();
      var logins = people(annals, CROWD);
      var bulkhead = server.bean(Bulkhead.class);
      var held = hold(bulkhead);

      var answers = signIns(annals, logins);
      until(() -> server.bean(WaitingRoom.class).waiting() == CROWD - 20);
      assertThat(bulkhead.waiting()).isLessThanOrEqualTo(20);
      gate.countDown();

      for (var answer : answers) {
        answer.get().is(200);
      }
      assertThat(held.get()).isTrue();
      assertThat(server.bean(WaitingRoom.class).waiting()).isZero();
    }
  }

  @Test
  void whoever_guesses_in_parallel_gets_no_guess_more_for_the_waiting() throws Exception {
    try (var server = server("annals.attempts.burst=5", "annals.passwords.longest-wait=60s")) {
      var annals = server.annals();
      var known = annals.person();
      List<Callable<Answer>> guesses = new ArrayList<>();
      for (int i = 0; i < CROWD; i++) {
        boolean right = i % 4 == 0;
        guesses.add(() ->
            right
                ? annals.trySignIn(known.login(), known.password())
                : annals.trySignIn(Annals.newLogin(), WRONG));
      }
      var statuses = new ArrayList<Integer>();
      for (var answer : callers.invokeAll(guesses)) {
        statuses.add(answer.get().status());
      }

      assertThat(Collections.frequency(statuses, 401)).isEqualTo(5);
      assertThat(statuses).containsOnly(200, 401, 429);
      annals.trySignIn(known.login(), known.password()).isProblem(429, "too-many-attempts");
    }
  }

  @Test
  void whoever_has_waited_as_long_as_anybody_may_is_told_to_come_back() throws Exception {
    try (var server = server("annals.attempts.burst=2", "annals.passwords.longest-wait=2s")) {
      var room = server.bean(WaitingRoom.class);
      for (var address : List.of("127.0.0.1", "127.0.0.1", "::1", "::1")) {
        assertThat(room.enter(address)).isEqualTo(new Admission.Admitted());
      }

      var answer =
          server
              .annals()
              .trySignIn("admin", Annals.ADMINISTRATORS_PASSWORD)
              .isProblem(429, "too-many-attempts");

      assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow())).isBetween(1, 60);
      assertThat(room.waiting()).isZero();
    }
  }

  @Test
  void whoever_waits_when_the_process_is_told_to_end_is_served() throws Exception {
    List<Future<Answer>> answers;
    Future<?> closed;
    try (var server = server("annals.attempts.burst=2", "annals.passwords.longest-wait=60s")) {
      var annals = server.annals();
      var logins = people(annals, 6);
      var held = hold(server.bean(Bulkhead.class));
      answers = signIns(annals, logins);
      until(() -> server.bean(WaitingRoom.class).waiting() == 4);

      int port = server.uri().getPort();
      closed = callers.submit(server::close);
      until(() -> !listensAt(port));
      gate.countDown();

      assertThat(held.get()).isTrue();
    }
    for (var answer : answers) {
      answer.get().is(200);
    }
    assertThat(closed.get()).isNull();
  }
}
