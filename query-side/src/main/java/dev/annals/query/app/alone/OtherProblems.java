package dev.annals.query.app.alone;

import dev.annals.query.problem.Troubles;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells as a problem what no endpoint was found for, or what went wrong around it. */
@RestControllerAdvice
final class OtherProblems {
  @ExceptionHandler
  ResponseEntity<Object> told(Exception failure, HttpServletResponse response) throws Exception {
    if (response.isCommitted()) {
      throw failure;
    }
    var id = requestId(response);
    return Troubles.problem(failure, id).entity(id);
  }

  static String requestId(HttpServletResponse response) {
    var id = response.getHeader("X-Request-Id");
    return id == null ? "unknown" : id;
  }
}
