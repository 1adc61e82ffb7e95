package dev.annals.command.compat.datarhei;

import dev.annals.command.desk.Problem;

/** What a Core says, to the letter. */
final class CoreProblems {
  static final String INVALID = "Invalid authorization credentials: ";
  static final String NO_TOKEN = "Missing or invalid JWT token";

  private CoreProblems() {}

  static Problem noToken() {
    return Problem.unauthenticated(NO_TOKEN);
  }

  static Problem noCredentials() {
    return Problem.of(400, "invalid-request", "Missing authorization credentials");
  }

  static Problem invalidToken() {
    return Problem.of(403, "session-required", "Invalid token");
  }

  static Problem notFound() {
    return Problem.of(404, "not-found", "Not Found");
  }

  static Problem overloaded() {
    return Problem.of(503, "overloaded", "Too many failed logins wait for their answers.")
        .with("Retry-After", "1");
  }
}
