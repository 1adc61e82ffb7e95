package dev.annals.command.compat.mainbrainer;

import dev.annals.account.AccountId;
import dev.annals.command.account.Account.Profile;
import dev.annals.command.decision.Refusal;
import dev.annals.command.desk.Problem;
import dev.annals.command.desk.Reply;
import dev.annals.command.gate.Issuer;
import dev.annals.command.gate.Vault;
import dev.annals.command.session.ForeignTerms;
import dev.annals.command.token.ForeignMint;
import dev.annals.history.Histories;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Gives one access token, and a session that lives as long as it. */
@Component
@ConditionalOnProperty("annals.compat.mainbrainer.enabled")
final class MainBrainerIssuer {
  private final MainBrainerSettings settings;
  private final MainBrainerClaims claims;
  private final AccountNumbers numbers;
  private final Vault vault;
  private final ForeignMint mint;
  private final Supplier<TokenId> ids;

  MainBrainerIssuer(
      MainBrainerSettings settings,
      Histories histories,
      Vault vault,
      ForeignMint mint,
      Supplier<TokenId> ids) {
    this.settings = settings;
    this.claims = new MainBrainerClaims(settings);
    this.numbers = new AccountNumbers(histories);
    this.vault = vault;
    this.mint = mint;
    this.ids = ids;
  }

  Issuer with(Validity validity) {
    return (_, account, known, at) -> draft(account, known.profile(), validity.from(at));
  }

  private Issuer.Draft draft(AccountId account, Profile profile, Lifetime lifetime) {
    var holder = holder(account, profile);
    var minted = mint.mint(MainBrainerSettings.FAMILY, account, token(holder, lifetime));
    var terms = new ForeignTerms(List.of(minted.grant()), lifetime.expiry(), lifetime.from());
    return new Issuer.Draft(terms, _ -> answer(minted.token(), holder, lifetime));
  }

  private Holder holder(AccountId account, Profile profile) {
    var login = vault.login(profile).orElseThrow(() -> Problem.of(Refusal.SIGN_IN_REFUSED));
    return Holder.of(numbers.of(account), login, vault.displayName(profile));
  }

  private ForeignMint.Draft token(Holder holder, Lifetime lifetime) {
    var jti = ids.get();
    var payload = claims.payload(holder, jti, lifetime);
    return new ForeignMint.Draft(jti, TokenUse.ACCESS, lifetime.from(), lifetime.expiry(), payload);
  }

  private Reply answer(String token, Holder holder, Lifetime lifetime) {
    return Reply.ok(new TokenAnswer(token, holder.name(), lifetime, settings))
        .with("Content-Type", MainBrainerDialect.JSON);
  }
}
