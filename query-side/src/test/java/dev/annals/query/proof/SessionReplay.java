package dev.annals.query.proof;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AllSessionsRevoked;
import dev.annals.account.AccountId;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.event.Event;
import dev.annals.query.view.Recorded;
import dev.annals.session.SessionEvent.AccessTokenRevoked;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.SessionId;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads every event from the first on and keeps every session that it tells of, the simple way. */
final class SessionReplay {
  /** A token, and until when it would be good. */
  record Token(TokenId jti, TokenUse use, Instant expiresAt) {}

  /** One session. */
  static final class Life {
    final SessionStarted started;
    boolean restricted;
    final List<Token> tokens = new ArrayList<>();
    final List<TokenId> issued = new ArrayList<>();
    Optional<String> over = Optional.empty();

    Life(SessionStarted started) {
      this.started = started;
      restricted = started.passwordChangeRequired();
    }

    boolean isLive(Instant at) {
      return over.isEmpty() && started.expiresAt().isAfter(at);
    }

    List<TokenId> good(Instant at) {
      return isLive(at)
          ? tokens.stream().filter(token -> token.expiresAt.isAfter(at)).map(Token::jti).toList()
          : List.of();
    }
  }

  private final Map<SessionId, Life> lives = new LinkedHashMap<>();

  private SessionReplay() {}

  static Map<SessionId, Life> replay(List<Recorded> history, long position) {
    var replay = new SessionReplay();
    for (var recorded : history) {
      if (recorded.position() <= position) {
        replay.read(recorded.event(), recorded.position());
      }
    }
    return replay.lives;
  }

  private void read(Event event, long position) {
    switch (event) {
      case SessionStarted e -> lives.put(e.session(), new Life(e));
      case TokensIssued e -> {
        var token = new Token(e.access().jti(), TokenUse.ACCESS, e.access().expiresAt());
        issue(life(e.session()), List.of(token), e.at());
      }
      case ForeignTokensIssued e ->
          issue(
              life(e.session()),
              e.tokens().stream().map(t -> new Token(t.jti(), t.use(), t.expiresAt())).toList(),
              e.at());
      case AccessTokenRevoked e ->
          life(e.session()).tokens.removeIf(token -> token.jti().equals(e.jti()));
      case SessionEnded e -> end(life(e.session()), e.reason().name(), position);
      case AccountLocked e -> endAll(e.account(), "ACCOUNT_LOCKED", position);
      case AccountDisabled e -> endAll(e.account(), "ACCOUNT_DISABLED", position);
      case AccountErased e -> endAll(e.account(), "ACCOUNT_ERASED", position);
      case AllSessionsRevoked e -> endAll(e.account(), "ALL_SESSIONS_REVOKED", position);
      case PasswordReset e -> endAll(e.account(), "PASSWORD_RESET", position);
      case PasswordChanged e -> changed(e, position);
      default -> {}
    }
  }

  private Life life(SessionId session) {
    return Objects.requireNonNull(lives.get(session));
  }

  private static void issue(Life life, List<Token> fresh, Instant at) {
    life.tokens.removeIf(token -> !token.expiresAt().isAfter(at));
    for (var token : fresh) {
      life.tokens.add(token);
      life.issued.add(token.jti());
    }
    for (var use : TokenUse.values()) {
      var sameUse = life.tokens.stream().filter(token -> token.use() == use).toList();
      for (int i = 0; i < sameUse.size() - 64; i++) {
        life.tokens.remove(sameUse.get(i));
      }
    }
  }

  private static void end(Life life, String why, long position) {
    if (life.over.isEmpty()) {
      life.over = Optional.of(why + " at " + position);
    }
  }

  private void endAll(AccountId account, String why, long position) {
    for (var life : lives.values()) {
      if (life.started.account().equals(account)) {
        end(life, why, position);
      }
    }
  }

  /** Our own session in which the password was changed goes on, with none of its tokens. */
  private void changed(PasswordChanged e, long position) {
    var own = lives.get(e.session());
    boolean goesOn =
        own != null && own.over.isEmpty() && own.started.family().value().equals("annals");
    for (var life : lives.values()) {
      if (life.started.account().equals(e.account()) && !(goesOn && life == own)) {
        end(life, "PASSWORD_CHANGED", position);
      }
    }
    if (own != null && goesOn) {
      own.tokens.clear();
      own.restricted = false;
    }
  }
}
