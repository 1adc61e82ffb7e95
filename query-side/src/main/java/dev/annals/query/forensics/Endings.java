package dev.annals.query.forensics;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AllSessionsRevoked;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.event.Event;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.SessionEvent.AccessTokenRevoked;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.SessionEvent.TokensIssued;

/** How an event ended a token, in a sentence. */
final class Endings {
  private Endings() {}

  static String sentence(Event event, Hold hold) {
    return switch (event) {
      case AccessTokenRevoked _ -> "It was revoked.";
      case SessionEnded e -> ended(e);
      case AccountLocked _ -> "The account was locked, which ended its sessions.";
      case AccountDisabled _ -> "The account was disabled, which ended its sessions.";
      case AccountErased _ -> "The person was erased.";
      case AllSessionsRevoked _ -> "All sessions of the account were revoked.";
      case PasswordChanged e -> changed(e, hold.ref());
      case PasswordReset _ -> "An administrator reset the password, which ended all sessions.";
      case TokensIssued _ when hold instanceof Hold.Refresh ->
          "It was spent: the next tokens were issued for it.";
      case TokensIssued _, ForeignTokensIssued _ ->
          "The session was given so many tokens that the oldest is over.";
      default -> "It was over.";
    };
  }

  private static String ended(SessionEnded event) {
    return switch (event.reason()) {
      case SIGNED_OUT -> "The person signed out.";
      case REVOKED -> "The session was revoked.";
      case REFRESH_TOKEN_REUSED ->
          "A spent refresh token was shown again, which ended the session.";
    };
  }

  private static String changed(PasswordChanged event, Ref ref) {
    return event.session().equals(ref.session())
        ? "The password was changed in this session, which ended the tokens it had."
        : "The password was changed in another session, which ended this one.";
  }
}
