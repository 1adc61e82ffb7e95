package dev.annals.query.problem;

import dev.annals.query.upkeep.ViewUnavailable;
import dev.annals.store.LogBusy;
import dev.annals.store.LogUnavailable;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says what a failure is to the caller; the rest is for the log of this process. */
public final class Troubles {
  private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

  /** Connection, resources, someone's intervention, the system: not the statement's fault. */
  private static final Set<String> PASSING = Set.of("08", "53", "57", "58", "40");

  private Troubles() {}

  public static Problem problem(Throwable failure, String requestId) {
    return switch (failure) {
      case Problem told -> told;
      case HttpMessageNotReadableException _ ->
          Problem.field("body", "must be a JSON object of the described fields");
      case MethodArgumentTypeMismatchException mismatch ->
          Problem.field(mismatch.getName(), "is not of the expected form");
      case InvalidParameterException _ ->
          Problem.field("query", "must be a well-formed query string");
      case LogUnavailable unavailable -> logUnavailable(unavailable, requestId);
      case ViewUnavailable unavailable -> viewUnavailable(unavailable, requestId);
      case LogBusy _ ->
          Problem.of(503, "overloaded", "Too much at once; nothing was recorded.")
              .with("Retry-After", "1");
      case ErrorResponse known when known.getStatusCode().is4xxClientError() -> unfit(known);
      default -> deeper(failure, requestId);
    };
  }

  private static Problem deeper(Throwable failure, String requestId) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isPassing(sql)) {
        return viewUnavailable(sql, requestId);
      }
      if (cause instanceof LogUnavailable unavailable) {
        return logUnavailable(unavailable, requestId);
      }
    }
    LOG.error("request {} failed", requestId, failure);
    return Problem.of(500, "internal-error", "Something is wrong on our side.");
  }

  private static boolean isPassing(SQLException sql) {
    var state = sql.getSQLState();
    return sql instanceof SQLTransientException
        || sql instanceof SQLRecoverableException
        || sql instanceof SQLNonTransientConnectionException
        || (state != null && state.length() > 2 && PASSING.contains(state.substring(0, 2)));
  }

  private static Problem viewUnavailable(Exception failure, String requestId) {
    LOG.warn("request {}: {}", requestId, failure.getMessage());
    return Problem.of(503, "view-unavailable", "The views cannot be read now.")
        .with("Retry-After", "5");
  }

  private static Problem logUnavailable(LogUnavailable failure, String requestId) {
    LOG.warn("request {}: {}", requestId, failure.getMessage());
    return Problem.of(503, "log-unavailable", "The log cannot be reached; nothing was recorded.")
        .with("Retry-After", "1");
  }

  private static Problem unfit(ErrorResponse known) {
    int status = known.getStatusCode().value();
    var problem = Problem.of(status, slug(status), "The request does not fit this API.");
    var allow = known.getHeaders().getFirst("Allow");
    return allow == null ? problem : problem.with("Allow", allow);
  }

  /** What a status that is no endpoint's own is called. */
  public static String slug(int status) {
    return switch (status) {
      case 404 -> "not-found";
      case 405 -> "method-not-allowed";
      case 406 -> "not-acceptable";
      case 415 -> "unsupported-media-type";
      default -> "invalid-request";
    };
  }
}
