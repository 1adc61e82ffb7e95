package dev.annals.command.compat.datarhei;

import dev.annals.account.AccountId;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.desk.Reply;
import dev.annals.command.gate.Issuer;
import dev.annals.command.session.ForeignTerms;
import dev.annals.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Gives the two tokens of a Core's login. The session outlives the refresh token by the access
 * token that it may be shown for at the last moment.
 *
 * @param subject what {@code sub} says of somebody
 */
record CoreIssuer(CoreTokens tokens, Function<Registered, String> subject) implements Issuer {
  /** The answer to a login. */
  record Pair(String access_token, String refresh_token) {
    @Override
    public String toString() {
      return "Pair[…]";
    }
  }

  @Override
  public Draft draft(SessionId session, AccountId account, Registered known, Instant at) {
    var name = subject.apply(known);
    var access = tokens.access(account, name, at);
    var refresh = tokens.refresh(account, name, at);
    var end = refresh.grant().expiresAt().plus(CoreTokens.ACCESS);
    var terms = new ForeignTerms(List.of(access.grant(), refresh.grant()), end, at);
    return new Draft(terms, _ -> Reply.ok(new Pair(access.token(), refresh.token())).uncached());
  }
}
