package dev.annals.query.app.alone;

import dev.annals.query.problem.Problem;
import dev.annals.query.problem.Troubles;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells as a problem what no endpoint was found for, or what went wrong around it. */
@RestController
@RestControllerAdvice
final class OtherProblems implements ErrorController {
  @ExceptionHandler
  ResponseEntity<Object> told(Exception failure, HttpServletResponse response) throws Exception {
    if (response.isCommitted()) {
      throw failure;
    }
    var id = requestId(response);
    return Troubles.problem(failure, id).entity(id);
  }

  @RequestMapping("/error")
  ResponseEntity<Object> error(HttpServletRequest request, HttpServletResponse response) {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    var problem =
        status < 500
            ? Problem.of(status, Troubles.slug(status), "The request does not fit this API.")
            : Problem.of(status, "internal-error", "Something is wrong on our side.");
    return problem.entity(requestId(response));
  }

  private static String requestId(HttpServletResponse response) {
    var id = response.getHeader("X-Request-Id");
    return id == null ? "unknown" : id;
  }
}
