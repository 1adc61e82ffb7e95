package dev.annals.command.api;

import dev.annals.command.desk.Dialect;
import dev.annals.command.desk.Problem;
import dev.annals.command.desk.Reply;
import dev.annals.command.http.ForeignApi;
import dev.annals.session.Family;
import dev.annals.session.RefusalReason;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;

/** A family that nobody has ever heard of, at the place of one that there is. */
public record FakeFamily(Family family, String covered) implements ForeignApi, Dialect {
  @Override
  public Dialect dialect() {
    return this;
  }

  @Override
  public boolean covers(String path) {
    return path.startsWith(covered);
  }

  @Override
  public Optional<Reply> atOnce(HttpServletRequest request) {
    return "OPTIONS".equals(request.getMethod())
        ? Optional.of(Reply.noContent().with("X-Preflight", family.value()))
        : Optional.empty();
  }

  @Override
  public Map<String, String> headers(HttpServletRequest request) {
    return Map.of("X-Family", family.value());
  }

  @Override
  public Reply tell(Problem problem, String requestId) {
    var reason = problem.reason().map(RefusalReason::name).orElse("-");
    var text = family + " says " + problem.status() + " " + problem.slug() + " " + reason;
    return new Reply(problem.status(), Map.of("Content-Type", "text/plain"), text);
  }
}
