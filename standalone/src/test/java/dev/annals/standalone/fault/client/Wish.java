package dev.annals.standalone.fault.client;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a client may ask for, what it is told then, and what the log must hold, whole. */
public enum Wish {
  REGISTER("/v1/register", 201, "account.registered password.set"),
  SIGN_IN(
      "/v1/sign-in",
      200,
      "(password.wrong_ones_forgiven )?session.started session.tokens_issued",
      "password.rejected|sign_in.refused"),
  REFRESH(
      "/v1/refresh-token",
      200,
      "session.tokens_issued",
      "session.refresh_token_reused session.ended"),
  /** A spent refresh token is shown once more. */
  REUSE("/v1/refresh-token", 200, "nothing", "session.refresh_token_reused session.ended"),
  CHANGE_PASSWORD("/v1/change-password", 204, "password.changed", "password.rejected"),
  SIGN_OUT("/v1/sign-out", 204, "session.ended"),
  ISSUE_KEY("/v1/issue-api-key", 201, "api_key.issued"),
  REVOKE_KEY("/v1/revoke-api-key", 204, "api_key.revoked");

  private final String path;
  private final int success;
  private final Pattern done;
  private final Pattern refused;

  Wish(String path, int success, String done) {
    this(path, success, done, "nothing");
  }

  Wish(String path, int success, String done, String refused) {
    this.path = path;
    this.success = success;
    this.done = Pattern.compile("(" + done + ")(?<memory> request.answered)?");
    this.refused = Pattern.compile(refused);
  }

  String path() {
    return path;
  }

  public int success() {
    return success;
  }

  /** What is wished for may be so already; then nothing but the memory of it is recorded. */
  public boolean mayNeedNothing() {
    return this == SIGN_OUT || this == REVOKE_KEY;
  }

  /** What a no leaves behind; it is judged again whenever it is asked for, and not remembered. */
  public boolean isRefusal(String names) {
    return refused.matcher(names).matches();
  }

  /** Whether these events are all of one command, and none is missing. */
  public boolean isWhole(String names, boolean once) {
    if (isRefusal(names) || (once && mayNeedNothing() && names.equals("request.answered"))) {
      return true;
    }
    var matcher = done.matcher(names);
    return matcher.matches() && (matcher.group("memory") != null) == once;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
