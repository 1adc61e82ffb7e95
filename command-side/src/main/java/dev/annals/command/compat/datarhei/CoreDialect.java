package dev.annals.command.compat.datarhei;

import dev.annals.command.desk.Dialect;
import dev.annals.command.desk.Problem;
import dev.annals.command.desk.Reply;
import dev.annals.session.Family;
import dev.annals.session.RefusalReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** How a Core words a no: {@code code}, {@code message} and always a list of {@code details}. */
final class CoreDialect implements Dialect {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String NOT_ALLOWED = "user not allowed";
  private static final String RETRY_AFTER = "Retry-After";

  @Override
  public Family family() {
    return DatarheiSettings.FAMILY;
  }

  @Override
  public Reply tell(Problem problem, String requestId) {
    return tell(problem);
  }

  static Reply tell(Problem problem) {
    int status = status(problem);
    var body = new LinkedHashMap<String, Object>();
    body.put("code", status);
    body.put("message", message(status));
    body.put("details", List.of(detail(problem, status)));
    var line = JSON.writeValueAsString(body) + "\n";
    var reply = new Reply(status, Map.of("Content-Type", "application/json"), line);
    var retryAfter = problem.headers().get(RETRY_AFTER);
    return retryAfter == null ? reply : reply.with(RETRY_AFTER, retryAfter);
  }

  /** A Core knows no 405, and of whoever is forgotten the tokens are as bad as any others. */
  private static int status(Problem problem) {
    return switch (problem.slug()) {
      case "method-not-allowed", "not-acceptable", "unsupported-media-type" -> 404;
      case "account-unknown" -> 401;
      default -> problem.status();
    };
  }

  /** Go's names for what Java has newer ones for. */
  private static String message(int status) {
    return switch (status) {
      case 413 -> "Request Entity Too Large";
      case 422 -> "Unprocessable Entity";
      default -> HttpStatus.valueOf(status).getReasonPhrase();
    };
  }

  private static String detail(Problem problem, int status) {
    return switch (problem.slug()) {
      case "sign-in-refused" -> CoreProblems.INVALID + refused(problem);
      case "federated-sign-in-refused" -> CoreProblems.INVALID + NOT_ALLOWED;
      case "federated-token-refused" -> CoreProblems.INVALID + problem.detail();
      case "refresh-refused", "account-unknown" -> CoreProblems.NO_TOKEN;
      case "internal-error" -> message(status);
      default -> status == 404 ? message(status) : problem.detail();
    };
  }

  /** A stranger with a good token is told the same whether the log hears of it or counts it. */
  private static String refused(Problem problem) {
    return problem.reason().equals(Optional.of(RefusalReason.SUBJECT_UNKNOWN))
        ? NOT_ALLOWED
        : "invalid username or password";
  }
}
