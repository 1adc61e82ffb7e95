package dev.annals.query.activity;

import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.audit.AuditEvent.AuditTrailRead;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.event.Event;
import dev.annals.query.view.Words;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.RefreshTokenReused;
import dev.annals.session.SessionEvent.RefusalsCounted;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.SignInRefused;
import dev.annals.session.SessionEvent.StrangerRefused;
import dev.annals.session.SessionEvent.TokensIssued;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is counted.
 *
 * @param outcome what came of it, such as {@code sign_in} or {@code sign_in_refused}
 * @param reason why, where there is more than one
 * @param times how often it happened; more than once where refusals are told as one
 */
record Occurrence(String outcome, @Nullable String reason, long times) {
  private static final Occurrence SIGN_IN = once("sign_in");
  private static final Occurrence REFRESH = once("refresh");
  private static final Occurrence REUSE_ALARM = once("reuse_alarm");
  private static final Occurrence LOCK_OUT = once("lock_out");
  private static final Occurrence WRONG_PASSWORD = refused(RefusalReason.WRONG_PASSWORD, 1);

  private static Occurrence once(String outcome) {
    return new Occurrence(outcome, null, 1);
  }

  private static Occurrence refused(RefusalReason reason, long times) {
    return new Occurrence("sign_in_refused", Words.of(reason), times);
  }

  /**
   * What an event counts as; nothing, for most.
   *
   * @param signedIn the session that began last: its first tokens are part of the sign-in
   */
  static List<Occurrence> of(Event event, @Nullable UUID signedIn) {
    return switch (event) {
      case SessionStarted _ -> List.of(SIGN_IN);
      case TokensIssued e -> e.refresh().generation() > 0 ? List.of(REFRESH) : List.of();
      case ForeignTokensIssued e ->
          e.session().value().equals(signedIn) ? List.of() : List.of(REFRESH);
      case PasswordRejected e ->
          e.waitUntil().isPresent() ? List.of(WRONG_PASSWORD, LOCK_OUT) : List.of(WRONG_PASSWORD);
      case SignInRefused e -> List.of(refused(e.reason(), 1));
      case StrangerRefused _ -> List.of(refused(RefusalReason.SUBJECT_UNKNOWN, 1));
      case RefusalsCounted e -> List.of(refused(e.reason(), e.count()));
      case RefreshTokenReused _ -> List.of(REUSE_ALARM);
      case AccountLocked _ -> List.of(LOCK_OUT);
      case SessionEnded e -> List.of(new Occurrence("session_ended", Words.of(e.reason()), 1));
      case PasswordChanged _ -> List.of(once("password_changed"));
      case PasswordReset _ -> List.of(once("password_reset"));
      case AccountRegistered _ -> List.of(once("account_registered"));
      case AccountErased _ -> List.of(once("account_erased"));
      case AuditTrailRead _ -> List.of(once("audit_trail_read"));
      default -> List.of();
    };
  }
}
