package dev.annals.query.forensics;

import dev.annals.event.Envelope;
import dev.annals.history.Sessions.Ref;
import dev.annals.query.making.Source;
import dev.annals.session.ForeignGrant;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.TokenId;
import dev.annals.token.Standing;
import dev.annals.token.Standing.Live;
import dev.annals.token.Verdict;
import java.time.Instant;

/** A token as its session sees it: when it was issued, how long it lasts, whether it is good. */
sealed interface Hold {
  Ref ref();

  Envelope issued();

  /** The token's own id, or that of the access token that came along. */
  TokenId jti();

  Instant expiresAt();

  /** By the kernel's fold, at this instant of the history folded. */
  Verdict judge(Standing standing, Instant at);

  /** Whether history, whatever the time, has not ended it. */
  default boolean goesOn(Standing standing) {
    return judge(standing, issued().event().at()) == Verdict.GOOD;
  }

  static Hold of(Source.Token source) {
    return new Token(source.ref(), source.jti(), source.issued());
  }

  static Hold of(Source.Refresh source) {
    return new Refresh(source);
  }

  /** One with a {@code jti}. */
  record Token(Ref ref, TokenId jti, Envelope issued) implements Hold {
    @Override
    public Instant expiresAt() {
      return switch (issued.event()) {
        case TokensIssued own -> own.access().expiresAt();
        case ForeignTokensIssued foreign ->
            foreign.tokens().stream()
                .filter(grant -> grant.jti().equals(jti))
                .map(ForeignGrant::expiresAt)
                .findFirst()
                .orElseThrow();
        default -> throw new IllegalStateException("nothing was issued there");
      };
    }

    @Override
    public Verdict judge(Standing standing, Instant at) {
      return standing.judge(jti, at);
    }
  }

  /** A refresh token of ours. */
  record Refresh(Source.Refresh source) implements Hold {
    @Override
    public Ref ref() {
      return source.ref();
    }

    @Override
    public Envelope issued() {
      return source.issued();
    }

    private TokensIssued event() {
      return (TokensIssued) source.issued().event();
    }

    @Override
    public TokenId jti() {
      return event().access().jti();
    }

    @Override
    public Instant expiresAt() {
      return event().refresh().expiresAt();
    }

    @Override
    public Verdict judge(Standing standing, Instant at) {
      return switch (standing) {
        case Standing.Unknown _ -> Verdict.UNKNOWN;
        case Standing.Over _ -> Verdict.SESSION_OVER;
        case Live live -> judge(live, at);
      };
    }

    private Verdict judge(Live live, Instant at) {
      if (live.refresh().filter(grant -> grant.hash().matches(source.hash())).isEmpty()) {
        return Verdict.TOKEN_OVER;
      }
      return at.isBefore(live.expiresAt()) && at.isBefore(expiresAt())
          ? Verdict.GOOD
          : Verdict.EXPIRED;
    }
  }
}
