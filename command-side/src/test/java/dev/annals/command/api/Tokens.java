package dev.annals.command.api;

/** A pair of tokens as it was handed out. */
record Tokens(String access, String refresh, String session, String account) {
  static Tokens of(Answer answer) {
    answer.is(200);
    return new Tokens(
        answer.field("access_token"),
        answer.field("refresh_token"),
        answer.field("session_id"),
        answer.field("account_id"));
  }

  @Override
  public String toString() {
    return "Tokens[" + session + "]";
  }
}
