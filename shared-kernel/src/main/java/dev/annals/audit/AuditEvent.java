package dev.annals.audit;

import dev.annals.account.AccountId;
import dev.annals.event.Event;
import dev.annals.session.SessionId;
import java.time.Instant;
import java.util.Optional;

/** Everything that happens to the audit trail itself, so that auditors can be audited. */
public sealed interface AuditEvent extends Event {
  /**
   * Somebody asked about others. It is recorded before the answer leaves; who asks about the own
   * account is not recorded.
   *
   * @param question which one, such as {@code audit.events}
   * @param account whom it was about, if about one account
   * @param session which session it was about, if about one
   * @param filters what else it asked for: {@code name=value}, sorted, joined by {@code &};
   *     personal data only as a keyed index
   * @param upTo the last position that the answer can tell of
   */
  record AuditTrailRead(
      String question,
      Optional<AccountId> account,
      Optional<SessionId> session,
      String filters,
      long upTo,
      Instant at)
      implements AuditEvent {}
}
