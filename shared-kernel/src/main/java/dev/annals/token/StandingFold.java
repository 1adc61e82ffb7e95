package dev.annals.token;

import dev.annals.account.AccountEvent;
import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountEnabled;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountEvent.AccountUnlocked;
import dev.annals.account.AccountEvent.AllSessionsRevoked;
import dev.annals.account.AccountEvent.LoginChanged;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountEvent.RoleRevoked;
import dev.annals.credential.CredentialEvent;
import dev.annals.credential.CredentialEvent.OneTimePasswordUsed;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordRehashed;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.credential.CredentialEvent.PasswordSet;
import dev.annals.credential.CredentialEvent.WrongPasswordsForgiven;
import dev.annals.session.Family;
import dev.annals.session.RefreshGrant;
import dev.annals.session.SessionEvent.AccessTokenRevoked;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.OfSession;
import dev.annals.session.SessionEvent.RefreshTokenReused;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import dev.annals.token.Standing.End;
import dev.annals.token.Standing.Live;
import dev.annals.token.Standing.LiveToken;
import dev.annals.token.Standing.Over;
import dev.annals.token.Standing.Unknown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cases, one method a stream. */
final class StandingFold {
  private StandingFold() {}

  static Standing own(Standing standing, OfSession event) {
    return switch (event) {
      case SessionStarted e when standing instanceof Unknown -> started(e);
      case TokensIssued e when standing instanceof Live live -> issued(live, e);
      case ForeignTokensIssued e when standing instanceof Live live -> issued(live, e);
      case AccessTokenRevoked e when standing instanceof Live live -> without(live, e.jti());
      case SessionEnded e when standing instanceof Live live ->
          over(live, End.valueOf(e.reason().name()), e.at());
      case SessionStarted _,
          TokensIssued _,
          ForeignTokensIssued _,
          AccessTokenRevoked _,
          SessionEnded _,
          RefreshTokenReused _ ->
          standing;
    };
  }

  static Standing account(Live live, AccountEvent event) {
    return switch (event) {
      case AccountLocked e -> over(live, End.ACCOUNT_LOCKED, e.at());
      case AccountDisabled e -> over(live, End.ACCOUNT_DISABLED, e.at());
      case AccountErased e -> over(live, End.ACCOUNT_ERASED, e.at());
      case AllSessionsRevoked e -> over(live, End.ALL_SESSIONS_REVOKED, e.at());
      case AccountRegistered _,
          LoginChanged _,
          RoleGranted _,
          RoleRevoked _,
          AccountUnlocked _,
          AccountEnabled _ ->
          live;
    };
  }

  static Standing password(Live live, CredentialEvent event) {
    return switch (event) {
      case PasswordReset e -> over(live, End.PASSWORD_RESET, e.at());
      case PasswordChanged e when goesOn(live, e) -> afterOwnChange(live);
      case PasswordChanged e -> over(live, End.PASSWORD_CHANGED, e.at());
      case PasswordSet _,
          PasswordRehashed _,
          PasswordRejected _,
          OneTimePasswordUsed _,
          WrongPasswordsForgiven _ ->
          live;
    };
  }

  /** A foreign session would have nothing left to go on with: it has no refresh token of ours. */
  private static boolean goesOn(Live live, PasswordChanged e) {
    return e.session().equals(live.session()) && live.family().equals(Family.ANNALS);
  }

  private static Live started(SessionStarted e) {
    return new Live(
        e.session(),
        e.account(),
        e.family(),
        e.at(),
        e.expiresAt(),
        e.passwordChangeRequired(),
        List.of(),
        Optional.empty());
  }

  private static Live issued(Live live, TokensIssued e) {
    var token = new LiveToken(e.access().jti(), TokenUse.ACCESS, e.access().expiresAt());
    return with(live, joined(live, List.of(token), e.at()), Optional.of(e.refresh()));
  }

  private static Live issued(Live live, ForeignTokensIssued e) {
    var tokens =
        e.tokens().stream()
            .map(grant -> new LiveToken(grant.jti(), grant.use(), grant.expiresAt()))
            .toList();
    return with(live, joined(live, tokens, e.at()), live.refresh());
  }

  private static List<LiveToken> joined(Live live, List<LiveToken> issued, Instant at) {
    var alive = new ArrayList<LiveToken>(live.tokens().size() + issued.size());
    live.tokens().stream().filter(token -> at.isBefore(token.expiresAt())).forEach(alive::add);
    alive.addAll(issued);
    for (var use : TokenUse.values()) {
      dropOldest(alive, use);
    }
    return alive;
  }

  private static void dropOldest(List<LiveToken> alive, TokenUse use) {
    long tooMany =
        alive.stream().filter(token -> token.use() == use).count() - Standing.MOST_TOKENS;
    var tokens = alive.iterator();
    while (tooMany > 0) {
      if (tokens.next().use() == use) {
        tokens.remove();
        tooMany--;
      }
    }
  }

  private static Live without(Live live, TokenId jti) {
    var others = live.tokens().stream().filter(token -> !token.jti().equals(jti)).toList();
    return with(live, others, live.refresh());
  }

  /** The session that changed the password goes on, with none of the tokens it had. */
  private static Live afterOwnChange(Live live) {
    return new Live(
        live.session(),
        live.account(),
        live.family(),
        live.startedAt(),
        live.expiresAt(),
        false,
        List.of(),
        live.refresh());
  }

  private static Live with(Live live, List<LiveToken> tokens, Optional<RefreshGrant> refresh) {
    return new Live(
        live.session(),
        live.account(),
        live.family(),
        live.startedAt(),
        live.expiresAt(),
        live.passwordChangeRequired(),
        List.copyOf(tokens),
        refresh);
  }

  private static Over over(Live live, End end, Instant at) {
    return new Over(live.session(), live.account(), end, at);
  }
}
