package dev.annals.command.api;

import java.net.URI;
import java.net.http.HttpClient;

/** Speaks HTTP to one server. */
public final class Client {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final URI base;

  Client(URI base) {
    this.base = base;
  }

  URI base() {
    return base;
  }

  Call get(String path) {
    return new Call(HTTP, base, "GET", path);
  }

  Call post(String path) {
    return new Call(HTTP, base, "POST", path);
  }

  Call call(String method, String path) {
    return new Call(HTTP, base, method, path);
  }
}
