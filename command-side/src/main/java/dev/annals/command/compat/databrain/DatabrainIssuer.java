package dev.annals.command.compat.databrain;

import dev.annals.account.AccountId;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.gate.Issuer;
import dev.annals.command.session.ForeignTerms;
import dev.annals.command.token.ForeignMint;
import dev.annals.session.SessionId;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Gives an admin JWT. What one says is in none of the vendor's pages, so ours says no more than it
 * has to, and nothing personal.
 */
public final class DatabrainIssuer implements Issuer {
  private static final String ISSUER = "annals";

  private final ForeignMint mint;
  private final Duration lifetime;
  private final Supplier<UUID> ids;

  public DatabrainIssuer(ForeignMint mint, DatabrainSettings settings, Supplier<UUID> ids) {
    this.mint = mint;
    this.lifetime = settings.tokenLifetime();
    this.ids = ids;
  }

  @Override
  public Draft draft(SessionId session, AccountId account, Registered known, Instant at) {
    var jti = new TokenId(ids.get());
    var from = at.truncatedTo(ChronoUnit.SECONDS);
    var to = from.plus(lifetime);
    var payload = payload(account, jti, from, to);
    var draft = new ForeignMint.Draft(jti, TokenUse.ACCESS, from, to, payload);
    var minted = mint.mint(DatabrainSettings.FAMILY, account, draft);
    var terms = new ForeignTerms(List.of(minted.grant()), to, at);
    return new Draft(terms, _ -> Replies.signedIn(minted.token()));
  }

  private static String payload(AccountId account, TokenId jti, Instant from, Instant to) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("sub", account.toString())
        .put("jti", jti.toString())
        .put("iat", from.getEpochSecond())
        .put("exp", to.getEpochSecond())
        .put("iss", ISSUER)
        .toString();
  }
}
