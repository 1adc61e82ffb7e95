package dev.annals.benchmarks.jmh;

import dev.annals.account.AccountId;
import dev.annals.catalogue.EventCatalogue;
import dev.annals.crypto.KeyId;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.SecretHash;
import dev.annals.event.Actor;
import dev.annals.event.Circumstances;
import dev.annals.event.Event;
import dev.annals.history.Sessions.Ref;
import dev.annals.query.random.Seals;
import dev.annals.session.EndReason;
import dev.annals.session.ForeignGrant;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Events of a usual length; sealed values only look it. */
final class Samples {
  private static final Instant AT = Instant.parse("2026-01-01T12:00:00.123456Z");
  private static final KeyId KEY = new KeyId("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
  private static final int JWT_PAYLOAD = 240;
  private static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

  private static final Randomness RANDOMNESS = Randomness.secure(Clock.systemUTC());
  private static final Seals SEALS = Seals.pretended(1);

  private Samples() {}

  static Event event(String name) {
    var past = new Rehearsal(1, Duration.ofMinutes(4));
    var events = Stream.concat(past.events().stream(), Stream.of(ended(past.ref()), foreign(past)));
    return events
        .filter(event -> EventCatalogue.nameOf(event.getClass()).name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no sample of " + name));
  }

  private static Event ended(Ref ref) {
    return new SessionEnded(ref.session(), ref.account(), EndReason.SIGNED_OUT, AT);
  }

  private static Event foreign(Rehearsal past) {
    var account = past.ref().account();
    var tokens = List.of(grant(account, TokenUse.ACCESS), grant(account, TokenUse.REFRESH));
    return new ForeignTokensIssued(past.ref().session(), account, tokens, AT);
  }

  private static ForeignGrant grant(AccountId account, TokenUse use) {
    return new ForeignGrant(
        new TokenId(RANDOMNESS.uuid7()),
        KEY,
        use,
        AT,
        AT.plus(Duration.ofMinutes(10)),
        sealed(account, "x".repeat(JWT_PAYLOAD)),
        SecretHash.of(RANDOMNESS.bytes(32)));
  }

  private static Sealed sealed(AccountId account, String text) {
    return SEALS.seal(account.dataKey(), "sample", text);
  }

  /** Of somebody who is signed in, in a browser. */
  static Circumstances circumstances() {
    var account = new AccountId(RANDOMNESS.uuid7());
    return new Circumstances(
        Actor.account(account.value()),
        Optional.of(account.value()),
        Optional.of(sealed(account, "203.0.113.195")),
        Optional.of(SecretHash.of(RANDOMNESS.bytes(32)).value()),
        Optional.of(BROWSER),
        "annals",
        Optional.of(RANDOMNESS.uuid7().toString()),
        Optional.of(RANDOMNESS.uuid7().toString()),
        Optional.empty());
  }
}
