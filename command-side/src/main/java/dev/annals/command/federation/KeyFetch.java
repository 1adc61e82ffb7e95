package dev.annals.command.federation;

import dev.annals.crypto.TrustedKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks an issuer for its keys, and takes no more time and bytes over it than keys need. */
final class KeyFetch {
  /** For everything: finding the host, connecting, the answer to its last byte. */
  static final Duration LIMIT = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(KeyFetch.class);
  private static final long MOST_BYTES = 256 * 1024;

  private final URI address;

  KeyFetch(URI address) {
    this.address = address;
  }

  /** Empty, and a line in the log, for anything but a set of keys. */
  Optional<TrustedKeys> fetch() {
    try {
      return Optional.of(TrustedKeys.parse(new String(body(), StandardCharsets.UTF_8)));
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      LOG.warn("no keys from {}: {}", address, e.toString());
    } catch (TimeoutException _) {
      LOG.warn("no keys from {}: no complete answer within {}", address, LIMIT);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  /** A client for each time: between two fetches there is neither a thread nor a connection. */
  private byte[] body() throws IOException, InterruptedException, TimeoutException {
    var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(LIMIT)
            .build();
    try {
      return accepted(answer(client));
    } finally {
      client.shutdownNow();
    }
  }

  private HttpResponse<byte[]> answer(HttpClient client)
      throws IOException, InterruptedException, TimeoutException {
    var request = HttpRequest.newBuilder(address).header("Accept", "application/json").build();
    var handler = BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES);
    try {
      return client.sendAsync(request, handler).get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
    }
  }

  private static byte[] accepted(HttpResponse<byte[]> answer) throws IOException {
    if (answer.statusCode() != 200) {
      throw new IOException("the answer was " + answer.statusCode());
    }
    return answer.body();
  }
}
