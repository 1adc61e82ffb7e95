package dev.annals.command.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the OpenAPI document, for programs as JSON and as it is written. */
@RestController
final class OpenApiEndpoint {
  private static final CacheControl A_WHILE = CacheControl.maxAge(Duration.ofMinutes(1));

  private final ApiDescription description;

  OpenApiEndpoint(ApiDescription description) {
    this.description = description;
  }

  @GetMapping("/openapi")
  ResponseEntity<byte[]> json() {
    return answer(MediaType.APPLICATION_JSON, description.tree().toString());
  }

  /** The media type is that of RFC 9512. */
  @GetMapping("/openapi.yaml")
  ResponseEntity<byte[]> yaml() {
    return answer(MediaType.APPLICATION_YAML, description.yaml());
  }

  private static ResponseEntity<byte[]> answer(MediaType type, String body) {
    return ResponseEntity.ok().contentType(type).cacheControl(A_WHILE).body(body.getBytes(UTF_8));
  }
}
