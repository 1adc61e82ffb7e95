package dev.annals.session;

/** What a token is for. */
public enum TokenUse {
  ACCESS,
  REFRESH
}
