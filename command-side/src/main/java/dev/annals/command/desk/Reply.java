package dev.annals.command.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;

/**
 * An answer before it is written: what is remembered of a command is this.
 *
 * @param body written as JSON, or as it is where it is text; null for none
 */
public record Reply(int status, Map<String, String> headers, @Nullable Object body) {
  public static Reply noContent() {
    return new Reply(204, Map.of(), null);
  }

  public static Reply ok(Object body) {
    return new Reply(200, Map.of(), body);
  }

  public static Reply created(Object body) {
    return new Reply(201, Map.of(), body);
  }

  public boolean isRefusal() {
    return status >= 400;
  }

  /** An answer that holds a secret is kept by nobody on its way (RFC 6749, section 5.1). */
  public Reply uncached() {
    return with("Cache-Control", "no-store");
  }

  public Reply with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, more, body);
  }

  /** Masked: bodies hold tokens. */
  @Override
  public String toString() {
    return "Reply[" + status + "]";
  }

  public ResponseEntity<Object> entity() {
    var response = ResponseEntity.status(HttpStatusCode.valueOf(status));
    headers.forEach(response::header);
    return body == null ? response.build() : response.body(body);
  }
}
