package dev.annals.query.recording;

import dev.annals.account.AccountId;
import dev.annals.session.SessionId;
import java.util.Optional;

/**
 * A question as it is recorded; see {@link dev.annals.audit.AuditEvent.AuditTrailRead}.
 *
 * @param upTo the last position that its answer can tell of
 */
public record Asked(
    String question,
    Optional<AccountId> account,
    Optional<SessionId> session,
    String filters,
    long upTo) {

  /** A question that is not about one account. */
  public static Asked all(String question, String filters, long upTo) {
    return new Asked(question, Optional.empty(), Optional.empty(), filters, upTo);
  }

  public static Asked about(AccountId account, String question, String filters, long upTo) {
    return new Asked(question, Optional.of(account), Optional.empty(), filters, upTo);
  }

  public Asked in(SessionId of) {
    return new Asked(question, account, Optional.of(of), filters, upTo);
  }
}
