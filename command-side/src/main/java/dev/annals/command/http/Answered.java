package dev.annals.command.http;

import dev.annals.command.desk.Reply;

/** The request has its answer already, and no endpoint is asked for another one. */
final class Answered extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reply reply;

  Answered(Reply reply) {
    super("answered", null, false, false);
    this.reply = reply;
  }

  Reply reply() {
    return reply;
  }
}
