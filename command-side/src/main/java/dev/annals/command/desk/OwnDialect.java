package dev.annals.command.desk;

import dev.annals.session.Family;
import java.util.LinkedHashMap;

/** Our own API tells problems as {@code application/problem+json} (RFC 9457). */
public final class OwnDialect implements Dialect {
  @Override
  public Family family() {
    return Family.ANNALS;
  }

  @Override
  public Reply tell(Problem problem, String requestId) {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", "/problems/" + problem.slug());
    body.put("title", title(problem.slug()));
    body.put("status", problem.status());
    body.put("detail", problem.detail());
    if (!problem.errors().isEmpty()) {
      body.put("errors", problem.errors());
    }
    body.put("request_id", requestId);
    var reply =
        new Reply(problem.status(), problem.headers(), body)
            .with("Content-Type", "application/problem+json");
    return problem.status() == 401 && !problem.headers().containsKey(Problem.CHALLENGE)
        ? reply.with(Problem.CHALLENGE, "Bearer")
        : reply;
  }

  private static String title(String slug) {
    var words = slug.replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
