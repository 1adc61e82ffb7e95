package dev.annals.benchmarks.jmh.token;

import dev.annals.benchmarks.Recorded;
import dev.annals.benchmarks.jmh.Rehearsal;
import dev.annals.catalogue.EventCodec;
import dev.annals.check.SigningKeys;
import dev.annals.check.TokenCheck;
import dev.annals.crypto.KeyEncryptionKey;
import dev.annals.crypto.KeyId;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealing;
import dev.annals.crypto.SigningAlgorithm;
import dev.annals.crypto.SigningKey;
import dev.annals.event.Event;
import dev.annals.session.AccessGrant;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.store.Append;
import dev.annals.store.fold.LogHistories;
import dev.annals.store.fold.StateCache;
import dev.annals.store.memory.MemoryLog;
import dev.annals.token.Recipient;
import dev.annals.token.SigningKeyEvent.SigningKeyCreated;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** A session that has just been given a token, in a log in memory with the key that signs it. */
final class IssuedTokens {
  private final Randomness randomness = Randomness.secure(Clock.systemUTC());
  private final Sealing sealing = new Sealing(KeyEncryptionKey.generate(), new KekOnly());
  private final MemoryLog log = new MemoryLog();
  private final LogHistories histories =
      new LogHistories(log, new StateCache(10), new EventCodec());
  private final SigningKey key = SigningKey.generate(SigningAlgorithm.EDDSA);
  private final TokensIssued last;

  IssuedTokens() {
    var past = new Rehearsal(0, Duration.ZERO);
    var started = past.events().getFirst();
    last = signedBy(key.kid(), (TokensIssued) past.events().getLast());
    var privateKey = key.sealedPrivateKey(sealing);
    happened(
        new SigningKeyCreated(
            key.kid(), key.algorithm(), key.publicJwk(), privateKey, started.at()),
        "signing-keys:all");
    happened(started, "session:" + last.session());
    happened(last, "session:" + last.session());
  }

  private static TokensIssued signedBy(KeyId kid, TokensIssued issued) {
    var said = issued.access();
    var grant =
        new AccessGrant(
            said.jti(),
            kid,
            said.issuer(),
            said.audience(),
            said.clientId(),
            said.scope(),
            said.roles(),
            said.issuedAt(),
            said.expiresAt());
    return new TokensIssued(
        issued.session(), issued.account(), grant, issued.refresh(), issued.at());
  }

  private void happened(Event event, String tag) {
    var _ = log.append(Append.of(Recorded.event(randomness, event, List.of(tag)))).join();
  }

  TokensIssued last() {
    return last;
  }

  SigningKey key() {
    return key;
  }

  SigningKeys keys() {
    return new SigningKeys(histories, sealing);
  }

  /** As it was when the token was issued. */
  TokenCheck check() {
    var grant = last.access();
    var recipient = new Recipient(grant.issuer(), grant.audience());
    return new TokenCheck(histories, keys(), recipient, InstantSource.fixed(last.at()));
  }

  Randomness randomness() {
    return randomness;
  }
}
