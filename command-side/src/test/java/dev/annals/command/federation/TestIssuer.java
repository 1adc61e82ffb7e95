package dev.annals.command.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.annals.federation.Issuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Somebody who issues tokens, on a port of this host. */
public final class TestIssuer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger asked = new AtomicInteger();
  private volatile HttpHandler answer = exchange -> answer(exchange, 404, "");

  public TestIssuer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    var _ = asked.incrementAndGet();
    try (exchange) {
      answer.handle(exchange);
    }
  }

  /** As its tokens have it. */
  public String name() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  int asked() {
    return asked.get();
  }

  /** From now on it has these keys and no others. */
  public void has(TestKey... keys) {
    var set = new JWKSet(Arrays.stream(keys).map(TestKey::jwk).toList()).toString();
    says(200, set);
  }

  public void says(int status, String body) {
    answer = exchange -> answer(exchange, status, body);
  }

  void redirectsTo(String address) {
    answer =
        exchange -> {
          exchange.getResponseHeaders().set("Location", address);
          answer(exchange, 302, "");
        };
  }

  public void saysNothing() {
    answer = _ -> hang();
  }

  /** One byte and another, and no end. */
  void trickles() {
    answer =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          do {
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
          } while (!isClosedAfter(50));
        };
  }

  private void hang() {
    while (!isClosedAfter(1_000)) {
      Thread.onSpinWait();
    }
  }

  private boolean isClosedAfter(long millis) {
    try {
      return closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Refuses connections from here on. */
  void goesDown() {
    closed.countDown();
    server.stop(0);
  }

  @Override
  public void close() {
    goesDown();
    threads.close();
  }

  TrustedIssuer trusted(Optional<String> client) {
    var keys = URI.create(name() + ".well-known/jwks.json");
    return new TrustedIssuer(new Issuer(name()), keys, "annals", client, Set.of());
  }

  /** What it says of Ada, with other claims in place of its own or beside them. */
  public String claims(Instant now, String... changes) {
    var claims = new LinkedHashMap<String, String>();
    claims.put("iss", "\"" + name() + "\"");
    claims.put("aud", "\"annals\"");
    claims.put("sub", "\"auth0|ada\"");
    claims.put("exp", Long.toString(now.getEpochSecond() + 600));
    for (var change : changes) {
      int equals = change.indexOf('=');
      var _ = claims.put(change.substring(0, equals), change.substring(equals + 1));
    }
    claims.values().removeIf(String::isEmpty);
    return claims.entrySet().stream()
        .map(claim -> "\"" + claim.getKey() + "\":" + claim.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
