package dev.annals.command.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.command.api.DatarheiServer.Pair;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Thousands wait for the answer to a failed login, and nobody waits for them. What waits is an
 * answer: the throttle has let its request in or not, and its password, if it had one, has been
 * hashed before; the queue for hashing is long enough here that nobody is sent away from it.
 */
@Timeout(180)
@ExtendWith(NothingLeaks.class)
class DatarheiFailedLoginsIT {
  private static final String ATTACKER = "198.51.100.7";
  private static final int OF_MANY = 500;
  private static final int WITHOUT_CREDENTIALS = 500;
  private static final int OF_ONE = 1000;
  private static final int ALL = OF_MANY + WITHOUT_CREDENTIALS + OF_ONE;

  private static DatarheiServer server(String delay, String... more) {
    var settings = new ArrayList<String>();
    settings.add("annals.compat.datarhei.failed-login-delay=" + delay);
    settings.add("annals.proxies.trusted=127.0.0.0/8,::1");
    settings.add("annals.attempts.burst=20");
    settings.add("annals.attempts.per-minute=20");
    settings.add("annals.passwords.queue=4096");
    settings.add("annals.passwords.longest-wait=60s");
    settings.addAll(List.of(more));
    return new DatarheiServer(settings.toArray(String[]::new));
  }

  private static int held(DatarheiServer core) {
    var registry = core.server().bean(MeterRegistry.class);
    return (int) registry.get("annals.datarhei.failed.logins.held").gauge().value();
  }

  private static void awaitHeld(DatarheiServer core, int count) throws InterruptedException {
    while (held(core) != count) {
      Thread.sleep(20);
    }
  }

  private static int platformThreads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  private static Socket failing(DatarheiServer core, String from, String body) throws IOException {
    var socket = new Socket("localhost", core.server().uri().getPort());
    socket.setSoTimeout(120_000);
    var request =
        """
        POST /api/login HTTP/1.1
        Host: localhost
        Connection: close
        Content-Type: application/json
        X-Forwarded-For: %s
        Content-Length: %d

        """
            .formatted(from, body.length())
            .replace("\n", "\r\n");
    socket.getOutputStream().write((request + body).getBytes(ISO_8859_1));
    return socket;
  }

  private static String wrong(String login) {
    return "{\"username\":\"%s\",\"password\":\"a wrong password of twenty\"}".formatted(login);
  }

  private static List<Socket> crowd(DatarheiServer core) throws IOException {
    var sockets = new ArrayList<Socket>();
    for (int i = 0; i < OF_MANY; i++) {
      sockets.add(failing(core, "192.0.%d.%d".formatted(i / 250, i % 250), wrong("p" + i)));
    }
    for (int i = 0; i < WITHOUT_CREDENTIALS; i++) {
      sockets.add(failing(core, ATTACKER, "{"));
    }
    for (int i = 0; i < OF_ONE; i++) {
      sockets.add(failing(core, ATTACKER, wrong("nobody")));
    }
    return sockets;
  }

  private static Answer goodLogIn(DatarheiServer core, Annals.Person person) {
    return core.client()
        .post("/api/login")
        .header("X-Forwarded-For", "203.0.113.9")
        .fields("username", person.login(), "password", person.password())
        .send();
  }

  private static Map<Integer, Integer> answers(List<Socket> sockets) throws IOException {
    var statuses = new HashMap<Integer, Integer>();
    for (var socket : sockets) {
      try (socket) {
        var text = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        int status = Integer.parseInt(text.split(" ", 3)[1]);
        assertThat(text).contains("{\"code\":" + status);
        var _ = statuses.merge(status, 1, Integer::sum);
      }
    }
    return statuses;
  }

  @Test
  void two_thousand_failed_logins_wait_and_good_ones_do_not()
      throws IOException, InterruptedException {
    List<Socket> sockets;
    try (var core = server("2h", "spring.mvc.async.request-timeout=50ms")) {
      var person = core.annals().person();
      var _ = Pair.of(goodLogIn(core, person));
      int threads = platformThreads();

      sockets = crowd(core);
      awaitHeld(core, ALL);
      for (int i = 0; i < 40; i++) {
        var _ = Pair.of(goodLogIn(core, person));
      }

      assertThat(held(core)).isEqualTo(ALL);
      assertThat(platformThreads() - threads).isLessThan(16);
    }
    var statuses = answers(sockets);
    assertThat(statuses.keySet()).containsExactlyInAnyOrder(400, 401, 429);
    assertThat(statuses.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(ALL);
    assertThat(statuses.get(400)).isEqualTo(WITHOUT_CREDENTIALS);
    assertThat(statuses.get(401)).isBetween(OF_MANY + 20, OF_MANY + OF_ONE / 2);
  }

  @Test
  void a_client_that_goes_away_leaves_nothing_behind() throws IOException, InterruptedException {
    try (var core = server("1s")) {
      failing(core, ATTACKER, "{").close();
      try (var patient = failing(core, ATTACKER, "{")) {
        awaitHeld(core, 2);
        assertThat(answers(List.of(patient))).containsExactly(Map.entry(400, 1));
      }
      awaitHeld(core, 0);
    }
  }
}
