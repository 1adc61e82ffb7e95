package dev.annals.session;

/** By what somebody proved who they are. */
public enum SignInMethod {
  PASSWORD,
  PASSWORD_AND_PRIVATE_TOKEN,
  FEDERATED
}
