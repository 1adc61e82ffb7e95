package dev.annals.session;

/** Why a session ended by an event of its own. */
public enum EndReason {
  SIGNED_OUT,
  REVOKED,
  REFRESH_TOKEN_REUSED
}
