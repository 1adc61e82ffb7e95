package dev.annals.command.decision;

/** Why we said no. Each constant is one problem type; see {@code docs/problems.md}. */
public enum Refusal {
  /**
   * Wrong password, unknown, waiting, locked or disabled account: outsiders must not learn which.
   */
  SIGN_IN_REFUSED(Kind.UNAUTHENTICATED, "The login or the password is not right."),
  /** The issuer is trusted and its token good, but it opens nothing here. */
  FEDERATED_SIGN_IN_REFUSED(Kind.UNAUTHENTICATED, "Nobody may sign in here with this token."),
  REFRESH_REFUSED(Kind.UNAUTHENTICATED, "The refresh token is not good, or not any more."),
  CURRENT_PASSWORD_REFUSED(Kind.FORBIDDEN, "The current password is not right."),
  /** Also said at the edge; here the role, or the account that had it, is gone meanwhile. */
  ROLE_REQUIRED(Kind.FORBIDDEN, "This needs the role admin."),
  LOGIN_TAKEN(Kind.CONFLICT, "Another account has this login."),
  SUBJECT_TAKEN(Kind.CONFLICT, "Another account has this federated subject."),
  ACCOUNT_UNKNOWN(Kind.NOT_FOUND, "There is no such account."),
  SESSION_UNKNOWN(Kind.NOT_FOUND, "There is no such session."),
  API_KEY_UNKNOWN(Kind.NOT_FOUND, "There is no such API key."),
  SUBJECT_UNKNOWN(Kind.NOT_FOUND, "No account has this federated subject."),
  ACCOUNT_NOT_USABLE(Kind.CONFLICT, "The account is locked or disabled."),
  /** Whose it is or was, nobody is told. */
  SECRET_USED(Kind.CONFLICT, "This secret cannot be used; choose another."),
  PRIVATE_TOKEN_EXISTS(
      Kind.CONFLICT, "There is a private token already. Rotate or revoke it first."),
  OWN_ACCOUNT(Kind.CONFLICT, "An administrator cannot do this to the own account."),
  PASSWORD_UNCHANGED(Kind.INVALID, "The new password is the current one."),
  /** What the caller had read moved before the decision; it is read and tried again. */
  MOVED(Kind.CONFLICT, "Something changed meanwhile; try again.");

  private final Kind kind;
  private final String sentence;

  Refusal(Kind kind, String sentence) {
    this.kind = kind;
    this.sentence = sentence;
  }

  public Kind kind() {
    return kind;
  }

  public String sentence() {
    return sentence;
  }

  /** What sort of no: enough for an HTTP edge to pick a status, without naming HTTP here. */
  public enum Kind {
    INVALID,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT
  }
}
