package dev.annals.query.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;

/**
 * A no, on its way to the caller (RFC 9457). Its texts are ours: nothing the caller sent is
 * repeated.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String CHALLENGE = "WWW-Authenticate";

  private final transient Words words;
  private final transient List<FieldError> errors;
  private final transient Map<String, String> headers;

  private Problem(Words words, List<FieldError> errors, Map<String, String> headers) {
    super(words.slug(), null, false, false);
    this.words = words;
    this.errors = errors;
    this.headers = headers;
  }

  private record Words(int status, String slug, String detail) {}

  /** What is wrong with one field of the request. */
  public record FieldError(String field, String detail) {}

  public static Problem of(int status, String slug, String detail) {
    return new Problem(new Words(status, slug, detail), List.of(), Map.of());
  }

  /** A request that cannot be meant. */
  public static Problem field(String field, String detail) {
    var words = new Words(400, "invalid-request", field + ": " + detail);
    return new Problem(words, List.of(new FieldError(field, detail)), Map.of());
  }

  /** Nobody has said who is asking (RFC 9110, section 15.5.2). */
  public static Problem unauthenticated(String detail) {
    return of(401, "unauthenticated", detail).with(CHALLENGE, "Bearer");
  }

  /** What was shown is not good (RFC 6750, section 3.1). */
  public static Problem invalidToken(String detail) {
    return of(401, "unauthenticated", detail).with(CHALLENGE, "Bearer error=\"invalid_token\"");
  }

  public static Problem accountUnknown() {
    return of(404, "account-unknown", "There is no such account.");
  }

  public static Problem sessionUnknown() {
    return of(404, "session-unknown", "There is no such session.");
  }

  public Problem with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Problem(words, errors, more);
  }

  public int status() {
    return words.status();
  }

  /** The name of the problem, as docs/problems.md lists it. */
  public String slug() {
    return words.slug();
  }

  /** The sentence for the caller. */
  public String detail() {
    return words.detail();
  }

  /** The answer that tells it, as the command side tells its own. */
  public ResponseEntity<Object> entity(String requestId) {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", "/problems/" + slug());
    body.put("title", title(slug()));
    body.put("status", status());
    body.put("detail", detail());
    if (!errors.isEmpty()) {
      body.put("errors", errors);
    }
    body.put("request_id", requestId);
    var answer =
        ResponseEntity.status(HttpStatusCode.valueOf(status()))
            .header("Content-Type", "application/problem+json");
    headers.forEach(answer::header);
    return answer.body(body);
  }

  private static String title(String slug) {
    var words = slug.replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
