package dev.annals.query.http;

import java.util.Optional;

/**
 * One question as the circumstances of its record see it.
 *
 * @param address of the client, in its plain form
 */
public record Enquiry(
    Asker asker,
    String requestId,
    Optional<String> correlationId,
    String address,
    Optional<String> userAgent) {

  /** Masked: an address is personal. */
  @Override
  public String toString() {
    return "Enquiry[" + requestId + "]";
  }
}
