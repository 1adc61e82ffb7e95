package dev.annals.standalone.fault.check;

import dev.annals.standalone.fault.client.Moments;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** An access token as the log has it. */
record Access(String jti, Instant issued, Instant expires) {
  static Access of(Entry event) {
    var access = event.payload().path("access");
    return new Access(
        access.path("jti").asString(), instant(access, "issued_at"), instant(access, "expires_at"));
  }

  private static Instant instant(JsonNode access, String field) {
    return Instant.parse(access.path(field).asString());
  }

  Verdict judge(Moments when) {
    return Verdict.of(when, issued, expires);
  }
}
