package dev.annals.command.http;

import dev.annals.command.desk.Reply;

/** The request is a repeated one that has ended the very token it came with; here is its answer. */
final class Repeated extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reply reply;

  Repeated(Reply reply) {
    super("repeated", null, false, false);
    this.reply = reply;
  }

  Reply reply() {
    return reply;
  }
}
