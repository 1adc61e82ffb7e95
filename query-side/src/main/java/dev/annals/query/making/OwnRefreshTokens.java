package dev.annals.query.making;

import dev.annals.event.Envelope;
import dev.annals.history.Histories;
import dev.annals.history.Sessions;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.token.RefreshToken;
import dev.annals.token.RefreshTokens;
import java.util.Optional;

/** Judges refresh tokens of our own API: the MAC first, then the hash that the log keeps. */
final class OwnRefreshTokens {
  private final Histories histories;
  private final RefreshTokens tokens;

  OwnRefreshTokens(Histories histories, RefreshTokens tokens) {
    this.histories = histories;
    this.tokens = tokens;
  }

  Finding judge(String text) {
    return tokens
        .parse(text)
        .map(this::minted)
        .orElseGet(() ->
            Finding.of(
                Making.FORGED,
                Kind.REFRESH_TOKEN,
                "It looks like a refresh token and was not minted with this installation's"
                    + " secret, or has been changed since."));
  }

  private Finding minted(RefreshToken token) {
    return issued(token)
        .map(issued ->
            Finding.of(
                    Making.OURS,
                    Kind.REFRESH_TOKEN,
                    "It carries this installation's mark, and the log has its hash.")
                .from(source(token, issued)))
        .orElseGet(() ->
            Finding.of(
                Making.SIGNED_BUT_NEVER_ISSUED,
                Kind.REFRESH_TOKEN,
                "It carries this installation's mark, but the log never issued it: somebody else"
                    + " has the secret, or the log that was read is not complete."));
  }

  private Optional<Envelope> issued(RefreshToken token) {
    return histories.events(Sessions.of(token.session())).stream()
        .filter(envelope ->
            envelope.event() instanceof TokensIssued issued
                && issued.account().equals(token.account())
                && issued.refresh().generation() == token.generation()
                && issued.refresh().hash().matches(token.hash()))
        .findFirst();
  }

  private static Source source(RefreshToken token, Envelope issued) {
    var ref = new Ref(token.session(), token.account());
    return new Source.Refresh(ref, token.generation(), token.hash(), issued);
  }
}
