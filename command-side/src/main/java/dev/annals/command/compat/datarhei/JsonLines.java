package dev.annals.command.compat.datarhei;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.annals.command.desk.Reply;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** JSON as Go's encoder writes it: with the end of a line, which some clients wait for. */
final class JsonLines {
  private static final JsonMapper JSON = JsonMapper.shared();

  private JsonLines() {}

  static ResponseEntity<Object> ok(Object body) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(line(body));
  }

  /** As bytes: Spring tells its own log about bodies that are text. */
  static ResponseEntity<Object> of(Reply reply) {
    return reply.body() == null || reply.body() instanceof String
        ? reply.entity()
        : new Reply(reply.status(), reply.headers(), line(reply.body())).entity();
  }

  private static byte[] line(Object body) {
    return (JSON.writeValueAsString(body) + "\n").getBytes(UTF_8);
  }
}
