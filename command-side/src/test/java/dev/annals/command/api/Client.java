package dev.annals.command.api;

import dev.annals.command.openapi.DescribedApi;
import dev.annals.description.DescribedAnswers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Speaks HTTP to one server. */
public final class Client {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private static final DescribedAnswers DESCRIBED = new DescribedAnswers(DescribedApi.tree());

  private final URI base;
  private final boolean isForeign;

  private Client(URI base, boolean isForeign) {
    this.base = base;
    this.isForeign = isForeign;
  }

  /** Of a server of ours, whose answers are as described. */
  Client(URI base) {
    this(base, false);
  }

  /** Of a port of a family's own, where our addresses mean nothing. */
  static Client ofFamily(URI base) {
    return new Client(base, true);
  }

  URI base() {
    return base;
  }

  Call get(String path) {
    return call("GET", path);
  }

  Call post(String path) {
    return call("POST", path);
  }

  Call call(String method, String path) {
    return new Call(this, method, path);
  }

  HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
    var response = HTTP.send(request, BodyHandlers.ofByteArray());
    if (!isForeign) {
      DESCRIBED.hold(response);
    }
    return response;
  }
}
