package dev.annals.command.http;

import dev.annals.command.decision.Contended;
import dev.annals.command.decision.Refusal;
import dev.annals.command.desk.Problem;
import dev.annals.command.password.TooBusy;
import dev.annals.crypto.KeyForgotten;
import dev.annals.store.LogBusy;
import dev.annals.store.LogUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns whatever went wrong into a problem that helps the caller and tells nothing else. */
@RestControllerAdvice
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  @ExceptionHandler
  ResponseEntity<Object> told(Problem problem, HttpServletRequest request) {
    return answer(problem, request);
  }

  @ExceptionHandler
  ResponseEntity<Object> answered(Answered answered) {
    return answered.reply().entity();
  }

  @ExceptionHandler
  ResponseEntity<Object> unreadable(
      HttpMessageNotReadableException failure, HttpServletRequest request) {
    var problem =
        failure.getCause() instanceof JacksonException cause
            ? Problem.fields(List.of(fieldError(cause)))
            : Problem.field("body", "must be a JSON object");
    return answer(problem, request);
  }

  @ExceptionHandler
  ResponseEntity<Object> mismatched(
      MethodArgumentTypeMismatchException failure, HttpServletRequest request) {
    return answer(Problem.field(failure.getName(), "is not of the expected form"), request);
  }

  /** Of the query string alone: forms are read by us. */
  @ExceptionHandler
  ResponseEntity<Object> undecodable(
      InvalidParameterException failure, HttpServletRequest request) {
    return answer(Problem.field("query", "must be a well-formed query string"), request);
  }

  @ExceptionHandler
  ResponseEntity<Object> unavailable(LogUnavailable failure, HttpServletRequest request) {
    LOG.warn("request {}: {}", Exchanges.requestId(request), failure.getMessage());
    var detail =
        failure.outcome() == LogUnavailable.Outcome.UNKNOWN
            ? "The log cannot be reached; the command may or may not have been recorded."
            : "The log cannot be reached; nothing was recorded.";
    var problem = Problem.of(503, "log-unavailable", detail);
    return answer(problem.with("Retry-After", "1"), request);
  }

  @ExceptionHandler
  ResponseEntity<Object> busy(LogBusy failure, HttpServletRequest request) {
    return answer(overloaded(Duration.ofSeconds(1)), request);
  }

  @ExceptionHandler
  ResponseEntity<Object> busy(TooBusy failure, HttpServletRequest request) {
    return answer(overloaded(failure.retryAfter()), request);
  }

  @ExceptionHandler
  ResponseEntity<Object> contended(Contended failure, HttpServletRequest request) {
    return answer(
        Problem.of(409, "contended", "Others changed the same thing; try again."), request);
  }

  /** The person was forgotten while this was on its way. */
  @ExceptionHandler
  ResponseEntity<Object> forgotten(KeyForgotten failure, HttpServletRequest request) {
    return answer(Problem.of(Refusal.ACCOUNT_UNKNOWN), request);
  }

  @ExceptionHandler
  ResponseEntity<Object> anythingElse(Exception failure, HttpServletRequest request) {
    if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      var problem =
          Problem.of(
              known.getStatusCode().value(), slug(known), "The request does not fit this API.");
      return answer(withAllow(problem, known), request);
    }
    LOG.error("request {} failed", Exchanges.requestId(request), failure);
    return answer(Problem.of(500, "internal-error", "Something is wrong on our side."), request);
  }

  private static Problem withAllow(Problem problem, ErrorResponse known) {
    var allow = known.getHeaders().getFirst("Allow");
    return allow == null ? problem : problem.with("Allow", allow);
  }

  private static String slug(ErrorResponse known) {
    return switch (known.getStatusCode().value()) {
      case 404 -> "not-found";
      case 405 -> "method-not-allowed";
      case 406 -> "not-acceptable";
      case 415 -> "unsupported-media-type";
      default -> "invalid-request";
    };
  }

  private static Problem overloaded(Duration retryAfter) {
    var seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
    return Problem.of(503, "overloaded", "Too much at once; nothing was recorded.")
        .with("Retry-After", Long.toString(seconds));
  }

  private static ResponseEntity<Object> answer(Problem problem, HttpServletRequest request) {
    return Exchanges.tell(problem, request).entity();
  }

  /** Jackson's own messages may repeat what was sent; ours name the field alone. */
  private static Problem.FieldError fieldError(JacksonException failure) {
    var field =
        failure.getPath().stream()
            .map(part -> part.getPropertyName() == null ? "" : part.getPropertyName())
            .filter(name -> !name.isEmpty())
            .collect(Collectors.joining("."));
    var detail = detail(failure);
    return new Problem.FieldError(field.isEmpty() ? "body" : known(field, failure), detail);
  }

  private static String known(String field, JacksonException failure) {
    return failure instanceof UnrecognizedPropertyException ? Printable.cut(field, 64) : field;
  }

  private static String detail(JacksonException failure) {
    if (failure instanceof UnrecognizedPropertyException) {
      return "is not a field of this request";
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalArgumentException refused && refused.getMessage() != null) {
        return refused.getMessage();
      }
    }
    return failure instanceof tools.jackson.core.exc.StreamReadException
        ? "must be a JSON object, complete and well-formed"
        : "is missing or not of the expected type";
  }
}
