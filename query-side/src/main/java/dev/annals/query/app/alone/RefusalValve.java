package dev.annals.query.app.alone;

import dev.annals.crypto.Randomness;
import dev.annals.query.problem.Problem;
import dev.annals.query.problem.Troubles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Tells as a problem what Tomcat refuses before any of us has seen it, such as a broken path. */
final class RefusalValve extends ErrorReportValve {
  private final Randomness randomness;
  private final JsonMapper json;

  RefusalValve(Randomness randomness, JsonMapper json) {
    this.randomness = randomness;
    this.json = json;
  }

  static Problem problem(int status) {
    return status < 500
        ? Problem.of(status, Troubles.slug(status), "The request does not fit this API.")
        : Problem.of(status, "internal-error", "Something is wrong on our side.");
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    var id = randomness.uuid7().toString();
    var told = problem(status).entity(id);
    response.setHeader("X-Request-Id", id);
    response.setHeader("X-Content-Type-Options", "nosniff");
    told.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
    try {
      var body = json.writeValueAsString(told.getBody());
      response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
      response.finishResponse();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
