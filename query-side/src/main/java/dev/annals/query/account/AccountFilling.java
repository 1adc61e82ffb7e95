package dev.annals.query.account;

import dev.annals.account.AccountEvent;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountId;
import dev.annals.client.ApiKeyEvent;
import dev.annals.client.ApiKeyId;
import dev.annals.credential.CredentialEvent;
import dev.annals.federation.FederationEvent;
import dev.annals.federation.SubjectIndex;
import dev.annals.query.credential.AccountState;
import dev.annals.query.credential.KeyState;
import dev.annals.query.credential.SignInState;
import dev.annals.query.view.Recorded;
import dev.annals.query.view.Timeline;
import dev.annals.query.view.View;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Folds events into the four timelines of the credential view; streams that it does not name say
 * nothing about accounts.
 */
final class AccountFilling implements View.Filling {
  private final Timeline<AccountId, AccountState> accounts = new Timeline<>(new AccountShape());
  private final Timeline<AccountId, SignInState> signIns = new Timeline<>(new SignInShape());
  private final Timeline<ApiKeyId, KeyState> keys = new Timeline<>(new KeyShape());
  private final Timeline<SubjectIndex, SubjectState> subjects = new Timeline<>(new SubjectShape());

  @Override
  public void apply(List<Recorded> events, Connection connection) throws SQLException {
    var touched = Touched.by(events);
    accounts.load(connection, touched.accounts());
    signIns.load(connection, touched.signIns());
    keys.load(connection, touched.keys());
    subjects.load(connection, touched.subjects());
    events.forEach(this::apply);
    accounts.flush(connection);
    signIns.flush(connection);
    keys.flush(connection);
    subjects.flush(connection);
  }

  private void apply(Recorded recorded) {
    switch (recorded.event()) {
      case SessionEvent e -> session(e, recorded);
      case CredentialEvent e -> password(e, recorded);
      case AccountEvent e -> account(e, recorded);
      case FederationEvent e -> subjects.change(e.subject(), recorded, SubjectState.after(e));
      case ApiKeyEvent e ->
          KeyState.after(keys.at(e.key()), e)
              .ifPresent(state -> keys.change(e.key(), recorded, state));
      default -> {}
    }
  }

  private void session(SessionEvent event, Recorded recorded) {
    switch (event) {
      case SessionStarted e -> signIn(e.account(), recorded, state -> state.after(e));
      case SignInRefused e ->
          e.account().ifPresent(account -> signIn(account, recorded, state -> state.after(e)));
      case TokensIssued _,
          ForeignTokensIssued _,
          RefreshTokenReused _,
          AccessTokenRevoked _,
          SessionEnded _,
          StrangerRefused _,
          RefusalsCounted _ -> {}
    }
  }

  private void account(AccountEvent event, Recorded recorded) {
    if (event instanceof AccountRegistered e) {
      accounts.begin(e.account(), recorded, AccountState.registered(e));
      return;
    }
    change(event.account(), recorded, state -> state.after(event));
    if (event instanceof AccountErased) {
      signIn(event.account(), recorded, SignInState::anew);
    }
  }

  private void password(CredentialEvent event, Recorded recorded) {
    if (Touched.changesPassword(event)) {
      change(event.account(), recorded, state -> state.after(event));
    }
    signIn(event.account(), recorded, state -> state.after(event));
  }

  private void change(AccountId account, Recorded recorded, UnaryOperator<AccountState> evolution) {
    accounts
        .at(account)
        .ifPresent(state -> accounts.change(account, recorded, evolution.apply(state)));
  }

  private void signIn(AccountId account, Recorded recorded, UnaryOperator<SignInState> evolution) {
    Optional<SignInState> before = signIns.at(account);
    var after = evolution.apply(before.orElse(SignInState.NONE));
    if (before.isPresent() || !after.equals(SignInState.NONE)) {
      signIns.change(account, recorded, after);
    }
  }
}
