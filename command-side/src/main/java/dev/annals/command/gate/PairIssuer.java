package dev.annals.command.gate;

import dev.annals.account.AccountId;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.desk.Reply;
import dev.annals.command.token.TokenMint;
import dev.annals.command.token.TokenPair;
import dev.annals.session.SessionId;
import java.time.Instant;
import java.util.function.Function;

/** Gives a pair of our own tokens. */
public record PairIssuer(TokenMint mint, Function<TokenPair, Reply> answer) implements Issuer {
  @Override
  public Draft draft(SessionId session, AccountId account, Registered known, Instant at) {
    var blank = mint.first(session, account, at);
    return new Draft(blank.terms(), accepted -> answer.apply(SignedIn.pair(accepted, mint, blank)));
  }
}
