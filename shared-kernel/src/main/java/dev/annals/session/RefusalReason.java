package dev.annals.session;

/** Why a sign-in was refused, as the log tells it; the caller is told less. */
public enum RefusalReason {
  UNKNOWN_LOGIN,
  WRONG_PASSWORD,
  WAITING,
  LOCKED,
  DISABLED,
  ONE_TIME_PASSWORD_USED,
  ONE_TIME_PASSWORD_EXPIRED,
  THROTTLED,
  NO_PASSWORD
}
