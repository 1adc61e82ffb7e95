package dev.annals.command.http;

import java.util.Optional;

/** The body as it came, for families whose clients care little what type they say it is. */
public final class Content {
  private final Optional<String> contentType;
  private final byte[] body;

  public Content(Optional<String> contentType, byte[] body) {
    this.contentType = contentType;
    this.body = body.clone();
  }

  public Optional<String> contentType() {
    return contentType;
  }

  public byte[] body() {
    return body.clone();
  }

  /** Masked: bodies hold passwords. */
  @Override
  public String toString() {
    return "Content[" + body.length + "]";
  }
}
