package dev.annals.command.compat.datarhei;

import dev.annals.command.desk.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * Everything of a Core that is not its sign-in: there is nothing here, and who may not pass is not
 * even told so.
 */
@RestController
@ConditionalOnProperty("annals.compat.datarhei.enabled")
final class RestOfCoreEndpoint {
  private static final String TEXT = "text/plain; charset=UTF-8";

  private final Guard guard;

  RestOfCoreEndpoint(Guard guard) {
    this.guard = guard;
  }

  @GetMapping("/~datarhei/ping")
  ResponseEntity<String> ping() {
    return ResponseEntity.ok().header("Content-Type", TEXT).body("pong");
  }

  @RequestMapping("/~datarhei/api/**")
  ResponseEntity<Object> guarded(HttpServletRequest request) {
    return answer(request);
  }

  /** Spring would take it for a GET. */
  @RequestMapping(path = "/~datarhei/api/login/refresh", method = RequestMethod.HEAD)
  ResponseEntity<Object> guardedHead(HttpServletRequest request) {
    return answer(request);
  }

  private ResponseEntity<Object> answer(HttpServletRequest request) {
    return guard.lets(request) ? nothing() : told(CoreProblems.noToken());
  }

  private static ResponseEntity<Object> nothing() {
    return told(CoreProblems.notFound());
  }

  private static ResponseEntity<Object> told(Problem problem) {
    return CoreDialect.tell(problem).entity();
  }

  @RequestMapping({"/~datarhei/api", "/~datarhei/ping"})
  ResponseEntity<Object> open() {
    return nothing();
  }

  @RequestMapping(
      path = {"/~datarhei/api", "/~datarhei/ping"},
      method = RequestMethod.HEAD)
  ResponseEntity<Object> openHead() {
    return nothing();
  }

  /** A Core shows its documentation and its players to everybody; here are none. */
  @GetMapping({"/~datarhei/api/swagger/**", "/~datarhei/api/v3/widget/process/{id}"})
  ResponseEntity<Object> unguarded() {
    return nothing();
  }
}
