package dev.annals.query.making;

import dev.annals.check.ChosenSecrets;
import dev.annals.check.ForeignTokens;
import dev.annals.check.SharedKeys;
import dev.annals.check.SigningKeys;
import dev.annals.crypto.ExaminedJws;
import dev.annals.crypto.Jws;
import dev.annals.history.Histories;
import dev.annals.session.TokenId;
import dev.annals.token.RefreshTokens;
import java.util.regex.Pattern;

/** Finds out what a token is and who made it, whatever was shown. */
public final class Judges {
  private static final Pattern UUID_SHAPE =
      Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  private final Histories histories;
  private final OwnTokens own;
  private final OwnRefreshTokens refresh;
  private final FamilyTokens families;
  private final KeySecrets keys;

  /** What it takes to know our own. */
  public record Parts(
      Histories histories,
      SigningKeys signingKeys,
      SharedKeys sharedKeys,
      ForeignTokens foreignTokens,
      RefreshTokens refreshTokens,
      ChosenSecrets chosenSecrets,
      TokenFinder finder) {}

  public Judges(Parts parts) {
    this.histories = parts.histories();
    this.own = new OwnTokens(histories, parts.signingKeys(), parts.finder());
    this.refresh = new OwnRefreshTokens(histories, parts.refreshTokens());
    this.families = new FamilyTokens(histories, parts.sharedKeys(), parts.foreignTokens());
    this.keys = new KeySecrets(histories, parts.chosenSecrets());
  }

  /** Of a token that was shown. */
  public Finding judge(String token) {
    if (token.length() > Jws.LONGEST) {
      return unreadable("It is longer than any token of ours or of the families.");
    }
    if (token.startsWith("anr_")) {
      return refresh.judge(token);
    }
    if (token.startsWith("ank_")) {
      return keys.judge(token);
    }
    return UUID_SHAPE.matcher(token).matches() ? keys.judgeChosen(token) : judgeSigned(token);
  }

  private Finding judgeSigned(String token) {
    var ring = SigningRing.of(histories);
    return ExaminedJws.of(token, ring::verifying)
        .map(jws ->
            jws.finding() == ExaminedJws.Finding.SHARED_SECRET
                ? families.judge(token, jws.payload(), ring)
                : own.judge(token, jws, ring))
        .orElseGet(() -> unreadable("It is neither a signed token nor a key or secret of ours."));
  }

  private static Finding unreadable(String why) {
    return Finding.of(Making.UNREADABLE, Kind.UNKNOWN, why);
  }

  /** Of a token of which only the id is known. */
  public Finding judge(TokenId jti) {
    return families
        .find(jti)
        .map(issued -> issued(issued.kind()).under(issued.grant().kid()).from(issued.source()))
        .or(() -> own.find(jti))
        .orElseGet(() ->
            Finding.of(Making.NEVER_ISSUED, Kind.UNKNOWN, "The log has no token with this id."));
  }

  static Finding issued(Kind kind) {
    return Finding.of(
        Making.ISSUED, kind, "A token with this id was issued here; none was shown to compare.");
  }
}
