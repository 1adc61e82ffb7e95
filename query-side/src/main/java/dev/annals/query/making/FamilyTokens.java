package dev.annals.query.making;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.annals.check.ForeignTokens;
import dev.annals.check.SharedKeys;
import dev.annals.crypto.KeyId;
import dev.annals.event.Envelope;
import dev.annals.history.Facts;
import dev.annals.history.Histories;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.ForeignGrant;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import java.util.Optional;

/** Judges tokens of the foreign families, whose keys are shared with who verifies them. */
final class FamilyTokens {
  private final Histories histories;
  private final SharedKeys keys;
  private final ForeignTokens tokens;

  FamilyTokens(Histories histories, SharedKeys keys, ForeignTokens tokens) {
    this.histories = histories;
    this.keys = keys;
    this.tokens = tokens;
  }

  /** A token that was issued, with the event that tells so. */
  record Issued(ForeignGrant grant, Envelope envelope) {
    Kind kind() {
      return grant.use() == TokenUse.ACCESS
          ? Kind.FOREIGN_ACCESS_TOKEN
          : Kind.FOREIGN_REFRESH_TOKEN;
    }

    Source source() {
      var event = (ForeignTokensIssued) envelope.event();
      return new Source.Token(new Ref(event.session(), event.account()), grant.jti(), envelope);
    }
  }

  private record Signed(KeyId kid, String payload) {}

  Finding judge(String token, byte[] payload, SigningRing ring) {
    return signed(token, ring)
        .map(signed -> judge(token, signed, ring).under(signed.kid()))
        .orElseGet(() -> unsigned(token, Claimed.of(payload)));
  }

  private Optional<Signed> signed(String token, SigningRing ring) {
    return ring.ring().shared().keySet().stream()
        .flatMap(kid -> keys.byId(kid).stream())
        .flatMap(key -> key.verify(token).map(text -> new Signed(key.kid(), text)).stream())
        .findFirst();
  }

  private Finding judge(String token, Signed signed, SigningRing ring) {
    var issued = Claimed.of(signed.payload().getBytes(UTF_8)).jti().flatMap(this::find);
    return issued
        .filter(found -> found.grant().hash().matches(tokens.hash(token)))
        .map(found -> known(token, found, ring))
        .orElseGet(() -> unknown(token, issued));
  }

  private Finding known(String token, Issued issued, SigningRing ring) {
    var again = tokens.token(issued.grant());
    if (again.isPresent() && !again.get().equals(token)) {
      throw new IllegalStateException("the log gives other bytes than those it keeps the hash of");
    }
    var proof =
        again.isPresent()
            ? "the log gives the same bytes again"
            : "the log keeps its hash; the person has been erased, so that the bytes cannot be"
                + " made again";
    return ring.retired(issued.grant().kid())
        .map(_ ->
            Finding.of(
                Making.SIGNED_BY_RETIRED_KEY,
                issued.kind(),
                "It was issued here, and " + proof + "; its key has been retired since."))
        .orElseGet(() ->
            Finding.of(Making.OURS, issued.kind(), "The signature is good, and " + proof + "."))
        .from(issued.source());
  }

  private Finding unknown(String token, Optional<Issued> namesake) {
    var finding =
        Finding.of(
            Making.SIGNED_BUT_NEVER_ISSUED,
            namesake.map(Issued::kind).orElse(Kind.FOREIGN_ACCESS_TOKEN),
            namesake.isPresent()
                ? "The signature is good and the id is that of a token that was issued, but this is"
                    + " not that token: whoever verifies this family's tokens has the key as well."
                : "The signature is good, but the log never issued this token: whoever verifies"
                    + " this family's tokens has the key as well.");
    return namesake.map(issued -> compared(finding, token, issued)).orElse(finding);
  }

  private Finding compared(Finding finding, String token, Issued issued) {
    return tokens
        .token(issued.grant())
        .map(again -> finding.differingIn(JwsParts.differing(token, again)))
        .orElse(finding);
  }

  private Finding unsigned(String token, Claimed claimed) {
    return claimed
        .jti()
        .flatMap(this::find)
        .map(issued ->
            compared(
                Finding.of(
                        Making.ALTERED,
                        issued.kind(),
                        "A token that was issued here has been changed; its signature does not fit"
                            + " any more.")
                    .from(issued.source())
                    .under(issued.grant().kid()),
                token,
                issued))
        .orElseGet(() ->
            Finding.of(
                Making.FORGED,
                Kind.FOREIGN_ACCESS_TOKEN,
                "No key of the families has signed it, and it is like no token of theirs that was"
                    + " issued here."));
  }

  Optional<Issued> find(TokenId jti) {
    return histories.events(Facts.tagged("token:" + jti)).stream()
        .filter(envelope -> envelope.event() instanceof ForeignTokensIssued)
        .flatMap(envelope ->
            ((ForeignTokensIssued) envelope.event())
                .tokens().stream()
                    .filter(grant -> grant.jti().equals(jti))
                    .map(grant -> new Issued(grant, envelope)))
        .findFirst();
  }
}
