package dev.annals.command.http;

import dev.annals.command.desk.Dialect;
import dev.annals.command.desk.OwnDialect;
import dev.annals.command.desk.Reply;
import dev.annals.crypto.Randomness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Tells as a problem what Tomcat refuses before any of us has seen it, such as a broken path. */
public final class ProblemValve extends ErrorReportValve {
  private final Randomness randomness;
  private final JsonMapper json;
  private final Dialect dialect = new OwnDialect();

  public ProblemValve(Randomness randomness, JsonMapper json) {
    this.randomness = randomness;
    this.json = json;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    var id = randomness.uuid7().toString();
    response.setHeader("X-Request-Id", id);
    response.setHeader("X-Content-Type-Options", "nosniff");
    write(dialect.tell(UnroutedEndpoint.of(status), id), response);
  }

  private void write(Reply reply, Response response) {
    reply.headers().forEach(response::setHeader);
    try {
      var body = json.writeValueAsString(reply.body());
      response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
      response.finishResponse();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
