package dev.annals.command.compat.mainbrainer;

import dev.annals.command.desk.Dialect;
import dev.annals.command.desk.Problem;
import dev.annals.command.desk.Reply;
import dev.annals.session.Family;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says no as OAuth's token endpoints do (RFC 6749, section 5.2), whose success MainBrainer's own
 * imitates; what its errors look like is published nowhere.
 */
final class MainBrainerDialect implements Dialect {
  /** As Katana spells it, which MainBrainer's answers are modelled on. */
  static final String JSON = "application/json;charset=UTF-8";

  private static final String INCORRECT = "The user name or password is incorrect.";

  @Override
  public Family family() {
    return MainBrainerSettings.FAMILY;
  }

  @Override
  public Reply tell(Problem problem, String requestId) {
    return isAboutWhoCalls(problem) ? incorrect() : plain(problem);
  }

  /** Whoever was forgotten a moment ago is as unknown as anybody. */
  private static boolean isAboutWhoCalls(Problem problem) {
    return problem.status() == 401
        || problem.status() == 403
        || problem.slug().equals("account-unknown");
  }

  /** The one answer to a wrong user, password or private token. */
  private static Reply incorrect() {
    return reply(401, "invalid_grant", INCORRECT).with("WWW-Authenticate", "Bearer");
  }

  private static Reply plain(Problem problem) {
    var reply = reply(problem.status(), error(problem.status()), problem.detail());
    for (var header : problem.headers().entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    return reply;
  }

  private static String error(int status) {
    return switch (status) {
      case 404 -> "not_found";
      case 405 -> "method_not_allowed";
      case 409 -> "conflict";
      case 429 -> "too_many_requests";
      case 503 -> "temporarily_unavailable";
      default -> status < 500 ? "invalid_request" : "server_error";
    };
  }

  private static Reply reply(int status, String error, String description) {
    var body = new LinkedHashMap<String, Object>();
    body.put("error", error);
    body.put("error_description", description);
    return new Reply(status, Map.of("Content-Type", JSON), body);
  }
}
