package dev.annals.command.gate;

import dev.annals.command.decision.Refusal;
import dev.annals.command.desk.Ask;
import dev.annals.command.desk.Desk;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Problem;
import dev.annals.command.desk.Reply;
import dev.annals.command.session.RefreshToken;
import dev.annals.command.token.TokenMint;
import dev.annals.command.token.TokenPair;
import dev.annals.history.Sessions.Ref;
import dev.annals.token.RefreshTokens;
import java.time.InstantSource;
import java.util.function.Function;

/** Exchanges a refresh token for a new pair; one that is not ours never reaches the log. */
public final class Refreshing {
  private final RefreshTokens refreshTokens;
  private final TokenMint mint;
  private final Door door;
  private final Desk desk;
  private final InstantSource clock;

  public Refreshing(
      RefreshTokens refreshTokens, TokenMint mint, Door door, Desk desk, InstantSource clock) {
    this.refreshTokens = refreshTokens;
    this.mint = mint;
    this.door = door;
    this.desk = desk;
    this.clock = clock;
  }

  public Reply refresh(Exchange exchange, String shown, Function<TokenPair, Reply> answer) {
    var token = refreshTokens.parse(shown);
    if (token.isEmpty()) {
      door.enter(exchange.address());
      throw Problem.of(Refusal.REFRESH_REFUSED);
    }
    var known = exchange.about(token.get().account());
    return desk.serve(known, () -> ask(known, token.get(), answer));
  }

  private Ask ask(
      Exchange exchange, dev.annals.token.RefreshToken token, Function<TokenPair, Reply> answer) {
    var blank = mint.after(token, clock.instant());
    var ref = new Ref(token.session(), token.account());
    var command = new RefreshToken(ref, token.generation(), token.hash(), blank.terms());
    return new Ask(
        command, Desk.problems(exchange, yes -> answer.apply(SignedIn.pair(yes, mint, blank))));
  }
}
