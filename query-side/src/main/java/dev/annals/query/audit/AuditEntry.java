package dev.annals.query.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as people read it.
 *
 * @param name stable, as the catalogue has it
 * @param what happened, in a sentence
 * @param outcome {@code accepted}, {@code refused} or {@code noted}
 * @param reason why it was refused
 * @param actor who did it
 * @param subject the account it is about
 * @param target what it was done to, the most particular there is: a session, a token, a key, an
 *     account
 * @param address the client's; null once the person is erased
 * @param changes what it changed; null where nothing did
 */
public record AuditEntry(
    long position,
    Instant at,
    String name,
    String what,
    String outcome,
    @Nullable String reason,
    String actor,
    @Nullable UUID subject,
    @Nullable String target,
    @Nullable UUID session,
    String family,
    @Nullable String address,
    @Nullable String userAgent,
    @Nullable String requestId,
    @Nullable String correlationId,
    @Nullable List<Change> changes) {

  /** Masked: an address is personal. */
  @Override
  public String toString() {
    return "AuditEntry[" + position + " " + name + "]";
  }
}
