package dev.annals.benchmarks;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/** Questions to the query side over HTTP. */
final class OverHttp {
  private static final int TOKENS = 200;

  private final QueryProcess server;
  private final QueriedLog asked;
  private final Random random = new Random(3);
  private final List<String> tokens;
  private final String apiKey;

  OverHttp(QueryProcess server, QueriedLog asked, Founding founding) {
    this.server = server;
    this.asked = asked;
    tokens = IntStream.range(0, TOKENS).mapToObj(_ -> founding.signIn()).toList();
    apiKey = founding.apiKey();
  }

  /** As an auditor, of whom it is written down durably what was asked before it is answered. */
  void asOf(int clients) throws InterruptedException, ExecutionException {
    long head = asked.log().head();
    measure(
        "account as of a position",
        clients,
        () ->
            ask("/v1/accounts/" + asked.account(random) + "?as_of=" + (1 + random.nextLong(head))));
    measure(
        "session as of an instant",
        clients,
        () -> ask("/v1/sessions/" + asked.session(random) + "?as_of=" + asked.instant(random)));
  }

  private HttpRequest ask(String path) {
    return server.get(path).header("Authorization", "Bearer " + tokens.getFirst()).build();
  }

  void introspect(int clients) throws Exception {
    var answer = server.body(introspection());
    if (!answer.contains("\"active\":true")) {
      throw new IllegalStateException("a good token was answered " + answer);
    }
    measure("introspection", clients, this::introspection);
  }

  private HttpRequest introspection() {
    var token = QueriedLog.any(tokens, random);
    return server
        .get("/oauth2/introspect")
        .header("Authorization", "Bearer " + apiKey)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString("token=" + token))
        .build();
  }

  private interface Questions {
    HttpRequest next();
  }

  /** What was not there yet is an answer as good as any. */
  private void measure(String what, int clients, Questions questions)
      throws InterruptedException, ExecutionException {
    var result =
        ClosedLoop.run(
            clients,
            EngineBenchmark.WARM_UP,
            EngineBenchmark.MEASURED,
            (_, _) -> {
              int status = server.status(questions.next());
              if (status != 200 && status != 404) {
                throw new IllegalStateException("a question was answered " + status);
              }
            });
    System.out.printf("HTTP %-26s %3d clients %s%n", what, clients, result);
  }
}
