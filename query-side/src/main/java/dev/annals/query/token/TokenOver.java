package dev.annals.query.token;

/** Why a token was over before its time and before its session. */
public enum TokenOver {
  REVOKED,
  /** The owner has changed the password in its session, which goes on without it. */
  PASSWORD_CHANGED,
  /** Too many newer ones of the same use in its session. */
  CROWDED_OUT
}
