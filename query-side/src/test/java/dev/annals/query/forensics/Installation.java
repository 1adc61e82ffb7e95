package dev.annals.query.forensics;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.annals.account.AccountId;
import dev.annals.check.ChosenSecrets;
import dev.annals.check.ForeignTokens;
import dev.annals.check.SharedKeys;
import dev.annals.check.SigningKeys;
import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.KeyEncryptionKey;
import dev.annals.crypto.KeyId;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealing;
import dev.annals.crypto.SharedKey;
import dev.annals.crypto.SigningAlgorithm;
import dev.annals.crypto.SigningKey;
import dev.annals.event.Actor;
import dev.annals.event.Circumstances;
import dev.annals.event.Event;
import dev.annals.history.Histories;
import dev.annals.history.Sessions.Ref;
import dev.annals.query.making.Judges;
import dev.annals.query.who.Tokens;
import dev.annals.session.AccessGrant;
import dev.annals.session.Family;
import dev.annals.session.ForeignGrant;
import dev.annals.session.RefreshGrant;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.OfSession;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.SessionId;
import dev.annals.session.SignInMethod;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import dev.annals.token.AccessToken;
import dev.annals.token.Recipient;
import dev.annals.token.RefreshToken;
import dev.annals.token.RefreshTokens;
import dev.annals.token.SigningKeyEvent.SharedKeyCreated;
import dev.annals.token.SigningKeyEvent.SigningKeyCreated;
import dev.annals.token.SigningKeyEvent.SigningKeyRetired;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a command side would have written into a real log, with real keys and real tokens. */
final class Installation implements AutoCloseable {
  static final Recipient US = new Recipient("https://id.example", "annals");
  static final Family DATARHEI = new Family("datarhei");
  static final Instant NOON = Instant.parse("2026-07-30T12:00:00Z");
  private static final Duration ACCESS = Duration.ofMinutes(10);

  Instant now = NOON;
  private final InstantSource clock = () -> now;
  final Randomness randomness = Randomness.secure(clock);
  private final Ledger ledger = new Ledger();
  final InstallationSecret secret = InstallationSecret.generate();
  final Sealing sealing = new Sealing(KeyEncryptionKey.generate(), ledger.log().dataKeys());
  final Histories histories = Tokens.histories(ledger.log(), 1000);
  final RefreshTokens refreshTokens = new RefreshTokens(secret.refreshTokens(), randomness);
  private final SharedKeys sharedKeys = new SharedKeys(histories, sealing);
  final ForeignTokens foreignTokens =
      new ForeignTokens(sharedKeys, sealing, secret.foreignTokens());
  SigningKey key = SigningKey.generate(SigningAlgorithm.EDDSA);
  SharedKey shared = SharedKey.generate();
  String address = "192.0.2.1";

  Installation() {
    createKey();
    append(new SharedKeyCreated(shared.kid(), DATARHEI, shared.sealed(sealing), now));
  }

  private void createKey() {
    append(
        new SigningKeyCreated(
            key.kid(), key.algorithm(), key.publicJwk(), key.sealedPrivateKey(sealing), now));
  }

  /** The pair that somebody was given, and where the log says so. */
  record Pair(
      String access,
      RefreshToken refresh,
      TokenId jti,
      Ref ref,
      AccessGrant grant,
      long position) {}

  /** A foreign token that was issued. */
  record Foreign(String token, TokenId jti, Ref ref, long position) {}

  AccountId account() {
    var account = new AccountId(randomness.uuid7());
    sealing.create(account.dataKey());
    return account;
  }

  Pair signIn(AccountId account) {
    var ref = begin(account, Family.ANNALS);
    return issue(ref, 0);
  }

  Ref begin(AccountId account, Family family) {
    var ref = new Ref(new SessionId(randomness.uuid7()), account);
    var expiry = now.plus(Duration.ofHours(12));
    append(
        new SessionStarted(
            ref.session(), account, family, SignInMethod.PASSWORD, expiry, false, now));
    return ref;
  }

  Pair refresh(Pair spent) {
    return issue(spent.ref(), spent.refresh().generation() + 1);
  }

  private Pair issue(Ref ref, int generation) {
    var refresh = refreshTokens.mint(ref.session(), ref.account(), generation);
    var grant = grant();
    long position =
        append(
            new TokensIssued(
                ref.session(),
                ref.account(),
                grant,
                new RefreshGrant(generation, refresh.hash(), now.plus(Duration.ofDays(1))),
                now));
    var access = AccessToken.issue(key, grant, ref.account(), ref.session());
    return new Pair(access, refresh, grant.jti(), ref, grant, position);
  }

  AccessGrant grant() {
    return new AccessGrant(
        new TokenId(randomness.uuid7()),
        key.kid(),
        US.issuer(),
        US.audience(),
        "annals",
        "account",
        List.of(),
        now,
        now.plus(ACCESS));
  }

  Foreign foreign(AccountId account, TokenUse use) {
    var ref = begin(account, DATARHEI);
    var jti = new TokenId(randomness.uuid7());
    var payload = "{\"jti\":\"" + jti + "\",\"sub\":\"ada\"}";
    var token = shared.sign(payload);
    long position =
        append(
            new ForeignTokensIssued(
                ref.session(),
                account,
                List.of(
                    new ForeignGrant(
                        jti,
                        shared.kid(),
                        use,
                        now,
                        now.plus(ACCESS),
                        foreignTokens.seal(account, payload),
                        foreignTokens.hash(token))),
                now));
    return new Foreign(token, jti, ref, position);
  }

  /** Another key signs from now on. */
  void rotate() {
    KeyId old = key.kid();
    key = SigningKey.generate(SigningAlgorithm.EDDSA);
    createKey();
    append(new SigningKeyRetired(old, now.plus(ACCESS), now));
  }

  @CanIgnoreReturnValue
  long append(Event event) {
    return ledger.append(uuid(), circumstances(event), event);
  }

  private Circumstances circumstances(Event event) {
    if (!(event instanceof OfSession own)) {
      return Circumstances.SYSTEM;
    }
    var account = own.account();
    return new Circumstances(
        Actor.ANONYMOUS,
        Optional.of(account.value()),
        Optional.of(sealing.seal(account.dataKey(), "address", address)),
        Optional.empty(),
        Optional.of("curl/8.9.1"),
        "annals",
        Optional.of(randomness.uuid7().toString()),
        Optional.empty(),
        Optional.empty());
  }

  private Judges judges() {
    return new Judges(
        new Judges.Parts(
            histories,
            new SigningKeys(histories, sealing),
            sharedKeys,
            foreignTokens,
            refreshTokens,
            new ChosenSecrets(secret.chosenSecrets(), randomness, histories, clock),
            ledger.finder()));
  }

  ProvenanceAnswer ask(String token) {
    return answer(new TokenQuestion(Optional.of(token), Optional.empty(), Optional.empty()));
  }

  ProvenanceAnswer ask(String token, long position) {
    return ask(token, position, now);
  }

  ProvenanceAnswer ask(String token, long position, Instant at) {
    var when = Optional.of(new Moment(position, at));
    return answer(new TokenQuestion(Optional.of(token), Optional.empty(), when));
  }

  ProvenanceAnswer ask(TokenId named) {
    return answer(new TokenQuestion(Optional.empty(), Optional.of(named), Optional.empty()));
  }

  private ProvenanceAnswer answer(TokenQuestion question) {
    var parts = new Provenance.Parts(histories, this::judges, sealing, US, clock);
    return new Provenance(parts).of(question);
  }

  UUID uuid() {
    return randomness.uuid7();
  }

  void later(Duration time) {
    now = now.plus(time);
  }

  @Override
  public void close() {
    ledger.close();
  }
}
