package dev.annals.command.gate;

/** What a sealed value is; it opens for nothing else. On disk, so never changed. */
final class Purpose {
  static final String LOGIN = "login";
  static final String DISPLAY_NAME = "display-name";
  static final String FEDERATED_SUBJECT = "federated-subject";
  static final String COMPANY_NAME = "company-name";
  static final String VERIFIER = "verifier";

  private Purpose() {}
}
