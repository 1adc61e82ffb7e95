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
  /** A one-time password, where there is no way to change it. */
  PASSWORD_CHANGE_REQUIRED,
  WRONG_PRIVATE_TOKEN,
  /** A token of another issuer that is forged, expired or not meant for us. */
  FEDERATED_TOKEN_REJECTED,
  /** Somebody whom another issuer vouches for, and whom no link and no setting lets in here. */
  SUBJECT_UNKNOWN,
  NO_PASSWORD
}
