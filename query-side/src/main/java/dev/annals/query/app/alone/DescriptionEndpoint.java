package dev.annals.query.app.alone;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.annals.query.http.Description;
import dev.annals.query.problem.Problem;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What this side says of itself; beside the command side, that one tells it with its own. */
@RestController
final class DescriptionEndpoint {
  private final Description description = new Description();

  record Listed(List<Description.ProblemType> problems) {}

  @GetMapping("/openapi")
  ResponseEntity<byte[]> json() {
    return answer(MediaType.APPLICATION_JSON, description.tree().toString());
  }

  /** The media type is that of RFC 9512. */
  @GetMapping("/openapi.yaml")
  ResponseEntity<byte[]> yaml() {
    return answer(MediaType.APPLICATION_YAML, description.yaml());
  }

  @GetMapping("/problems")
  Listed problems() {
    return new Listed(description.problems());
  }

  @GetMapping("/problems/{slug}")
  Description.ProblemType problem(@PathVariable("slug") String slug) {
    return description.problems().stream()
        .filter(problem -> problem.type().equals("/problems/" + slug))
        .findFirst()
        .orElseThrow(() -> Problem.of(404, "not-found", "There is no such type of problem."));
  }

  private static ResponseEntity<byte[]> answer(MediaType type, String body) {
    return ResponseEntity.ok().contentType(type).body(body.getBytes(UTF_8));
  }
}
