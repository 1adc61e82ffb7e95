package dev.annals.command.http;

import dev.annals.command.desk.Caller;
import dev.annals.command.desk.Reply;

/**
 * An endpoint that is asked so often that the way to it counts. Asked in its usual spelling, it is
 * reached without Spring MVC, which costs more than the answer; asked in any other, or for {@code
 * HEAD}, it is reached as every endpoint is, and answers the same.
 */
public interface Shortcut {
  /** Method and path, such as {@code GET /v1/me}; what is posted is a {@link Form}. */
  String route();

  /** What it answers to a caller who has changed any one-time password. */
  Reply answer(Form form, Caller caller);
}
