package dev.annals.token;

/** What history says of an access token. */
public enum Verdict {
  GOOD,
  /** Its time, or its session's, is up. */
  EXPIRED,
  /** It was revoked, overtaken, or never issued in this session. */
  TOKEN_OVER,
  /** Its session was ended. */
  SESSION_OVER,
  /** No such session. */
  UNKNOWN
}
