package dev.annals.query.making;

import dev.annals.check.SigningKeys;
import dev.annals.crypto.ExaminedJws;
import dev.annals.crypto.KeyId;
import dev.annals.event.Envelope;
import dev.annals.history.Histories;
import dev.annals.history.Sessions;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.SessionId;
import dev.annals.session.TokenId;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges access tokens of our own API: the signature first, then the bytes against the log. */
final class OwnTokens {
  private final Histories histories;
  private final SigningKeys keys;
  private final TokenFinder finder;

  OwnTokens(Histories histories, SigningKeys keys, TokenFinder finder) {
    this.histories = histories;
    this.keys = keys;
    this.finder = finder;
  }

  Finding judge(String token, ExaminedJws jws, SigningRing ring) {
    var claimed = Claimed.of(jws.payload());
    return switch (jws.finding()) {
      case SIGNED -> signed(token, jws.kid().orElseThrow(), claimed, ring);
      case WRONG_SIGNATURE -> unsigned(token, jws.kid().orElseThrow(), claimed);
      case WRONG_ALGORITHM ->
          forged("It names a key of ours with an algorithm that the key is not for.")
              .under(jws.kid().orElseThrow());
      case UNKNOWN_KEY -> forged("No key that ever signed here has the id that it names.");
      case NO_KEY_NAMED, SHARED_SECRET ->
          forged("It names no key; every access token of ours does.");
      case UNSIGNED -> forged("It is not signed at all (alg none).");
    };
  }

  private static Finding forged(String why) {
    return Finding.of(Making.FORGED, Kind.ACCESS_TOKEN, why);
  }

  private Finding signed(String token, KeyId kid, Claimed claimed, SigningRing ring) {
    var issued = issued(claimed).filter(found -> bytes(found).equals(token));
    var finding = issued.isPresent() ? known(kid, issued.get(), ring) : unknown(kid, claimed, ring);
    return finding.under(kid);
  }

  private static Finding known(KeyId kid, Envelope issued, SigningRing ring) {
    var retired = ring.retired(kid);
    if (retired.isEmpty()) {
      return Finding.of(
              Making.OURS,
              Kind.ACCESS_TOKEN,
              "The signature is good, and the log gives the same bytes again.")
          .from(source(issued));
    }
    return Finding.of(
            Making.SIGNED_BY_RETIRED_KEY,
            Kind.ACCESS_TOKEN,
            issued.event().at().isAfter(retired.get().at())
                ? "It is ours to the byte; it was issued while its key was being retired."
                : "It is ours to the byte, issued while its key signed; the key has been retired"
                    + " since.")
        .from(source(issued));
  }

  private static Finding unknown(KeyId kid, Claimed claimed, SigningRing ring) {
    var late =
        ring.retired(kid)
            .filter(event -> claimed.issuedAt().filter(event.at()::isBefore).isPresent());
    return late.isPresent()
        ? Finding.of(
            Making.SIGNED_BY_RETIRED_KEY,
            Kind.ACCESS_TOKEN,
            "The signature is good, but the token claims to be made after its key was retired, and"
                + " the log never issued it: somebody else has the key.")
        : Finding.of(
            Making.SIGNED_BUT_NEVER_ISSUED,
            Kind.ACCESS_TOKEN,
            "The signature is good, but the log never issued this token: somebody else has the"
                + " key, or the log that was read is not complete.");
  }

  /** A wrong signature: over something of ours that was changed, or over anything. */
  private Finding unsigned(String token, KeyId kid, Claimed claimed) {
    return original(token, claimed)
        .map(original ->
            Finding.of(
                    Making.ALTERED,
                    Kind.ACCESS_TOKEN,
                    "A token that was issued here has been changed; its signature does not fit any"
                        + " more.")
                .from(source(original))
                .differingIn(JwsParts.differing(token, bytes(original))))
        .orElseGet(() -> forged("It names a key of ours, which has not signed it."))
        .under(kid);
  }

  private Optional<Envelope> original(String token, Claimed claimed) {
    return issued(claimed)
        .or(() ->
            claimed.session().stream()
                .flatMap(this::issuedIn)
                .filter(issued -> JwsParts.haveOneSignature(token, bytes(issued)))
                .findFirst());
  }

  private Optional<Envelope> issued(Claimed claimed) {
    return claimed
        .jti()
        .flatMap(jti ->
            Stream.concat(claimed.session().stream(), finder.find(jti).map(Ref::session).stream())
                .distinct()
                .flatMap(this::issuedIn)
                .filter(issued -> event(issued).access().jti().equals(jti))
                .findFirst());
  }

  private Stream<Envelope> issuedIn(SessionId session) {
    return Stream.of(histories.events(Sessions.of(session)))
        .flatMap(Collection::stream)
        .filter(envelope -> envelope.event() instanceof TokensIssued);
  }

  private String bytes(Envelope issued) {
    return keys.accessToken(event(issued));
  }

  private static TokensIssued event(Envelope issued) {
    return (TokensIssued) issued.event();
  }

  private static Source source(Envelope issued) {
    var event = event(issued);
    var ref = new Ref(event.session(), event.account());
    return new Source.Token(ref, event.access().jti(), issued);
  }

  /** What an id alone leads to. */
  Optional<Finding> find(TokenId jti) {
    return finder.find(jti).stream()
        .map(Ref::session)
        .flatMap(this::issuedIn)
        .filter(issued -> event(issued).access().jti().equals(jti))
        .map(issued ->
            Judges.issued(Kind.ACCESS_TOKEN)
                .under(event(issued).access().kid())
                .from(source(issued)))
        .findFirst();
  }
}
