package dev.annals.query.http;

import dev.annals.query.problem.Troubles;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells problems of the query side's own endpoints, also where another side runs beside it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackages = "dev.annals.query")
public final class QueryProblems {
  @ExceptionHandler
  ResponseEntity<Object> told(Exception failure, HttpServletResponse response) throws Exception {
    if (response.isCommitted()) {
      // Half of an answer is out: it can only be cut, so that nobody takes it for the whole.
      throw failure;
    }
    var requestId = Enquiries.requestId(response);
    return Troubles.problem(failure, requestId).entity(requestId);
  }
}
