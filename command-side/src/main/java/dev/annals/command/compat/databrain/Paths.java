package dev.annals.command.compat.databrain;

/** Where the endpoints are mapped. */
final class Paths {
  static final String SIGN_UP = "/~databrain/api/v2/admin-account";
  static final String SIGN_IN = SIGN_UP + "/jwt";
  static final String SERVICE_TOKEN = "/~databrain/api/v2/service-token";
  static final String ROTATE = SERVICE_TOKEN + "/rotate";
  static final String RESET_PASSWORD = SERVICE_TOKEN + "/reset-password";

  private Paths() {}
}
