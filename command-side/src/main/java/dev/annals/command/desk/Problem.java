package dev.annals.command.desk;

import dev.annals.command.decision.Refusal;
import dev.annals.session.RefusalReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A no, on its way to the caller, who is told in the {@link Dialect} of the API that was asked. Its
 * texts are ours: nothing the caller sent is repeated.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** On every 401 of ours (RFC 9110, section 15.5.2). */
  static final String CHALLENGE = "WWW-Authenticate";

  private final transient Words words;
  private final transient List<FieldError> errors;
  private final transient Map<String, String> headers;
  private final transient Optional<RefusalReason> reason;

  private Problem(
      Words words,
      List<FieldError> errors,
      Map<String, String> headers,
      Optional<RefusalReason> reason) {
    super(words.slug(), null, false, false);
    this.words = words;
    this.errors = errors;
    this.headers = headers;
    this.reason = reason;
  }

  private record Words(int status, String slug, String detail) {}

  /** What is wrong with one field of the request. */
  public record FieldError(String field, String detail) {}

  public static Problem of(int status, String slug, String detail) {
    return new Problem(new Words(status, slug, detail), List.of(), Map.of(), Optional.empty());
  }

  /** A request that cannot be meant. */
  public static Problem field(String field, String detail) {
    return fields(List.of(new FieldError(field, detail)));
  }

  public static Problem fields(List<FieldError> errors) {
    var detail = errors.getFirst().field() + ": " + errors.getFirst().detail();
    var words = of(400, "invalid-request", detail).words;
    return new Problem(words, errors, Map.of(), Optional.empty());
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
    return new Problem(words, errors, more, reason);
  }

  /** The reason, for families that tell their callers more than our own API ever does. */
  public Problem because(RefusalReason known) {
    return new Problem(words, errors, headers, Optional.of(known));
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

  public List<FieldError> errors() {
    return errors;
  }

  public Map<String, String> headers() {
    return headers;
  }

  public Optional<RefusalReason> reason() {
    return reason;
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
