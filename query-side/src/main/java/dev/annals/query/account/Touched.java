package dev.annals.query.account;

import dev.annals.account.AccountEvent;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountId;
import dev.annals.client.ApiKeyEvent;
import dev.annals.client.ApiKeyId;
import dev.annals.credential.CredentialEvent;
import dev.annals.credential.CredentialEvent.OneTimePasswordUsed;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordRehashed;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.credential.CredentialEvent.PasswordSet;
import dev.annals.credential.CredentialEvent.WrongPasswordsForgiven;
import dev.annals.federation.FederationEvent;
import dev.annals.federation.SubjectIndex;
import dev.annals.query.credential.PasswordState;
import dev.annals.query.view.Recorded;
import dev.annals.session.SessionEvent;
import dev.annals.session.SessionEvent.AccessTokenRevoked;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.RefreshTokenReused;
import dev.annals.session.SessionEvent.RefusalsCounted;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.SignInRefused;
import dev.annals.session.SessionEvent.StrangerRefused;
import dev.annals.session.SessionEvent.TokensIssued;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whose states a batch of events may change, so that each kind is loaded by one query. */
record Touched(
    Set<AccountId> accounts,
    Set<AccountId> signIns,
    Set<ApiKeyId> keys,
    Set<SubjectIndex> subjects) {
  static Touched by(List<Recorded> events) {
    var touched = new Touched(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
    for (var recorded : events) {
      touched.add(recorded);
    }
    return touched;
  }

  private void add(Recorded recorded) {
    switch (recorded.event()) {
      case SessionEvent e -> session(e);
      case CredentialEvent e -> password(e);
      case AccountEvent e -> account(e);
      case FederationEvent e -> subjects.add(e.subject());
      case ApiKeyEvent e -> keys.add(e.key());
      default -> {}
    }
  }

  private void session(SessionEvent event) {
    switch (event) {
      case SessionStarted e -> signIns.add(e.account());
      case SignInRefused e -> e.account().ifPresent(signIns::add);
      case TokensIssued _,
          ForeignTokensIssued _,
          RefreshTokenReused _,
          AccessTokenRevoked _,
          SessionEnded _,
          StrangerRefused _,
          RefusalsCounted _ -> {}
    }
  }

  /** Nobody has to look for an account that is only now registered, unless more happens to it. */
  private void account(AccountEvent event) {
    if (event instanceof AccountRegistered) {
      return;
    }
    accounts.add(event.account());
    if (event instanceof AccountErased) {
      signIns.add(event.account());
    }
  }

  private void password(CredentialEvent event) {
    signIns.add(event.account());
    if (changesPassword(event)) {
      accounts.add(event.account());
    }
  }

  /** Whether it has a say in {@link PasswordState}; most by number have not. */
  static boolean changesPassword(CredentialEvent event) {
    return switch (event) {
      case PasswordSet _, PasswordChanged _, PasswordReset _, OneTimePasswordUsed _ -> true;
      case PasswordRehashed _, PasswordRejected _, WrongPasswordsForgiven _ -> false;
    };
  }
}
