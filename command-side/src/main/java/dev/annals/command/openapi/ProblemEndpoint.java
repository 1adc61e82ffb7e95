package dev.annals.command.openapi;

import dev.annals.command.desk.Problem;
import dev.annals.command.openapi.ProblemTypes.ProblemType;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers whoever follows the {@code type} of a problem (RFC 9457, section 3.1.1). */
@RestController
final class ProblemEndpoint {
  private final ProblemTypes types;

  ProblemEndpoint(ProblemTypes types) {
    this.types = types;
  }

  record Listed(List<ProblemType> problems) {}

  @GetMapping("/problems")
  Listed all() {
    return new Listed(types.all());
  }

  @GetMapping("/problems/{slug}")
  ProblemType one(@PathVariable("slug") String slug) {
    return types
        .of(slug)
        .orElseThrow(() -> Problem.of(404, "not-found", "There is no such type of problem."));
  }
}
