package dev.annals.command.compat.databrain;

import dev.annals.command.desk.Dialect;
import dev.annals.command.desk.Problem;
import dev.annals.command.desk.Reply;
import dev.annals.session.Family;
import dev.annals.session.RefusalReason;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells problems as one of Databrain's endpoints does.
 *
 * @param tellUnknownUsers as the contract has it
 */
record DatabrainDialect(Wording wording, boolean tellUnknownUsers) implements Dialect {
  static final String INVALID_REQUEST = "INVALID_REQUEST";
  static final String AUTHENTICATION_ERROR = "AUTHENTICATION_ERROR";

  @Override
  public Family family() {
    return DatabrainSettings.FAMILY;
  }

  @Override
  public Reply tell(Problem problem, String requestId) {
    var reply = reply(problem);
    for (var header : problem.headers().entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    return reply;
  }

  private Reply reply(Problem problem) {
    return switch (problem.slug()) {
      case "invalid-request" -> Replies.error(400, wording.invalid(), sentence(problem));
      case "sign-in-refused" -> signInRefused(problem);
      case "unauthenticated" ->
          Replies.error(401, AUTHENTICATION_ERROR, problem.detail())
              .with("WWW-Authenticate", "Bearer");
      case "login-taken" -> Replies.error(400, INVALID_REQUEST, "The given email cannot be used");
      case "secret-used" ->
          Replies.error(400, wording.invalid(), "\"token\" contains an invalid value");
      case "api-key-unknown" ->
          Replies.error(400, "EXPIRED_SERVICE_TOKEN", "Service token is already expired");
      case "current-password-refused" ->
          Replies.error(400, wording.invalid(), "The current password is not correct!");
      case "password-unchanged" ->
          Replies.error(400, wording.invalid(), "The new password is the current password!");
      case "account-unknown", "account-not-usable" -> noAccount();
      default -> other(problem);
    };
  }

  /** Joi's way of saying which field it is about. */
  private static String sentence(Problem problem) {
    return problem.errors().stream()
        .findFirst()
        .map(error -> "\"" + error.field() + "\" " + error.detail())
        .orElse(problem.detail());
  }

  private Reply signInRefused(Problem problem) {
    return tellUnknownUsers && problem.reason().equals(Optional.of(RefusalReason.UNKNOWN_LOGIN))
        ? Replies.error(400, "USER_NOT_FOUND", "No User found with the given email")
        : Replies.error(400, "Invalid credentials", "Invalid credentials");
  }

  private Reply noAccount() {
    return switch (wording) {
      case SERVICE_TOKEN -> Replies.error(500, "ACCOUNT_NOT_FOUND", "ACCOUNT_NOT_FOUND");
      case SIGN_IN -> Replies.error(400, "Invalid credentials", "Invalid credentials");
      case SIGN_UP, RESET_PASSWORD, ELSEWHERE -> broken();
    };
  }

  /** The contract knows 400 and 500; other faults of the caller's keep their own status. */
  private Reply other(Problem problem) {
    return problem.status() >= 500 || problem.slug().equals("contended")
        ? broken()
        : Replies.error(problem.status(), code(problem), problem.detail());
  }

  private Reply broken() {
    return Replies.error(500, wording.broken(), wording.brokenMessage());
  }

  private static String code(Problem problem) {
    return problem.slug().toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
