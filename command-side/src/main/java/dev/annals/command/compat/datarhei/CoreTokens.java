package dev.annals.command.compat.datarhei;

import dev.annals.account.AccountId;
import dev.annals.command.token.ForeignMint;
import dev.annals.command.token.ForeignMint.Draft;
import dev.annals.command.token.ForeignMint.Minted;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes tokens that say what a Core's say, claims in the order of the alphabet. */
@Component
@ConditionalOnProperty("annals.compat.datarhei.enabled")
final class CoreTokens {
  static final Duration ACCESS = Duration.ofMinutes(10);
  static final Duration REFRESH = Duration.ofHours(24);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final ForeignMint mint;
  private final Supplier<TokenId> ids;

  CoreTokens(ForeignMint mint, Supplier<TokenId> ids) {
    this.mint = mint;
    this.ids = ids;
  }

  Minted access(AccountId account, String subject, Instant at) {
    return mint.mint(DatarheiSettings.FAMILY, account, draft(TokenUse.ACCESS, ACCESS, subject, at));
  }

  Minted refresh(AccountId account, String subject, Instant at) {
    return mint.mint(
        DatarheiSettings.FAMILY, account, draft(TokenUse.REFRESH, REFRESH, subject, at));
  }

  private Draft draft(TokenUse use, Duration life, String subject, Instant at) {
    var jti = ids.get();
    var from = at.truncatedTo(ChronoUnit.SECONDS);
    var payload = JSON.createObjectNode();
    var _ = payload.put("exi", life.toSeconds());
    var _ = payload.put("exp", from.plus(life).getEpochSecond());
    var _ = payload.put("iat", from.getEpochSecond());
    var _ = payload.put("iss", "datarhei-core");
    var _ = payload.put("jti", jti.toString());
    var _ = payload.put("sub", subject);
    var _ = payload.put("usefor", use.name().toLowerCase(Locale.ROOT));
    return new Draft(jti, use, from, from.plus(life), payload.toString());
  }
}
