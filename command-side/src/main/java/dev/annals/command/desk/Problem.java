package dev.annals.command.desk;

import dev.annals.command.decision.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A no, on its way to the caller as {@code application/problem+json} (RFC 9457). Its texts are
 * ours: nothing the caller sent is repeated.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** On every 401 (RFC 9110, section 15.5.2). */
  private static final String CHALLENGE = "WWW-Authenticate";

  private final int status;
  private final String slug;
  private final String detail;
  private final transient List<FieldError> errors;
  private final transient Map<String, String> headers;

  private Problem(
      int status,
      String slug,
      String detail,
      List<FieldError> errors,
      Map<String, String> headers) {
    super(slug, null, false, false);
    this.status = status;
    this.slug = slug;
    this.detail = detail;
    this.errors = errors;
    this.headers = headers;
  }

  /** What is wrong with one field of the request. */
  public record FieldError(String field, String detail) {}

  public static Problem of(int status, String slug, String detail) {
    return new Problem(status, slug, detail, List.of(), Map.of());
  }

  /** A request that cannot be meant. */
  public static Problem field(String field, String detail) {
    return fields(List.of(new FieldError(field, detail)));
  }

  public static Problem fields(List<FieldError> errors) {
    var detail = errors.getFirst().field() + ": " + errors.getFirst().detail();
    return new Problem(400, "invalid-request", detail, errors, Map.of());
  }

  /** The rules said no. */
  public static Problem of(Refusal refusal) {
    var slug = refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return of(status(refusal.kind()), slug, refusal.sentence());
  }

  /** Nobody has said who is calling. */
  public static Problem unauthenticated(String detail) {
    return of(401, "unauthenticated", detail);
  }

  /** What was shown is not good (RFC 6750, section 3.1). */
  public static Problem invalidToken(String detail) {
    return unauthenticated(detail).with(CHALLENGE, "Bearer error=\"invalid_token\"");
  }

  public Problem with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Problem(status, slug, detail, errors, more);
  }

  /** The sentence for the caller. */
  public String detail() {
    return detail;
  }

  public int status() {
    return status;
  }

  public Map<String, String> headers() {
    return headers;
  }

  /** The answer that tells it. */
  public Reply reply(String requestId) {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", "/problems/" + slug);
    body.put("title", title());
    body.put("status", status);
    body.put("detail", detail);
    if (!errors.isEmpty()) {
      body.put("errors", errors);
    }
    body.put("request_id", requestId);
    var reply = new Reply(status, headers, body).with("Content-Type", "application/problem+json");
    return status == 401 && !headers.containsKey(CHALLENGE)
        ? reply.with(CHALLENGE, "Bearer")
        : reply;
  }

  private String title() {
    var words = slug.replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static int status(Refusal.Kind kind) {
    return switch (kind) {
      case INVALID -> 400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
    };
  }
}
