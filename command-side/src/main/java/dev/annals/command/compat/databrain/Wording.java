package dev.annals.command.compat.databrain;

import java.util.Map;

/** How an endpoint words its errors: the vendor's pages do not agree with one another. */
enum Wording {
  SIGN_UP("INVALID REQUEST BODY", Wording.BROKEN, Wording.BROKEN),
  SIGN_IN("INVALID_REQUEST_BODY", "INTERNAL SERVER ERROR", "Connection Failure"),
  SERVICE_TOKEN("INVALID_REQUEST_BODY", Wording.BROKEN, Wording.BROKEN),
  RESET_PASSWORD("RESET_PASSWORD_ERROR", Wording.BROKEN, Wording.BROKEN),
  ELSEWHERE("INVALID_REQUEST_BODY", Wording.BROKEN, Wording.BROKEN);

  private static final String BROKEN = "INTERNAL_SERVER_ERROR";
  private static final Map<String, Wording> BY_PATH =
      Map.of(
          Paths.SIGN_UP, SIGN_UP,
          Paths.SIGN_IN, SIGN_IN,
          Paths.SERVICE_TOKEN, SERVICE_TOKEN,
          Paths.ROTATE, SERVICE_TOKEN,
          Paths.RESET_PASSWORD, RESET_PASSWORD);

  private final String invalid;
  private final String broken;
  private final String brokenMessage;

  Wording(String invalid, String broken, String brokenMessage) {
    this.invalid = invalid;
    this.broken = broken;
    this.brokenMessage = brokenMessage;
  }

  /** Of the endpoint at this path. */
  static Wording at(String path) {
    return BY_PATH.getOrDefault(path, ELSEWHERE);
  }

  /** The code for a body that does not pass validation. */
  String invalid() {
    return invalid;
  }

  /** The code for whatever is not the caller's fault. */
  String broken() {
    return broken;
  }

  String brokenMessage() {
    return brokenMessage;
  }
}
