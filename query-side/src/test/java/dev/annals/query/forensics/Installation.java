package dev.annals.query.forensics;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.annals.account.AccountEvent;
import dev.annals.account.AccountId;
import dev.annals.catalogue.EventCatalogue;
import dev.annals.catalogue.EventCodec;
import dev.annals.check.ChosenSecrets;
import dev.annals.check.ForeignTokens;
import dev.annals.check.SharedKeys;
import dev.annals.check.SigningKeys;
import dev.annals.client.ApiKeyEvent;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.credential.CredentialEvent;
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
import dev.annals.query.making.TokenFinder;
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
import dev.annals.store.Append;
import dev.annals.store.Criteria;
import dev.annals.store.NewEvent;
import dev.annals.store.Range;
import dev.annals.store.TestPostgres;
import dev.annals.store.postgres.PostgresLog;
import dev.annals.token.AccessToken;
import dev.annals.token.Recipient;
import dev.annals.token.RefreshToken;
import dev.annals.token.RefreshTokens;
import dev.annals.token.SigningKeyEvent;
import dev.annals.token.SigningKeyEvent.SharedKeyCreated;
import dev.annals.token.SigningKeyEvent.SigningKeyCreated;
import dev.annals.token.SigningKeyEvent.SigningKeyRetired;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
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
  private final EventCodec codec = new EventCodec();
  private final Randomness randomness = Randomness.secure(clock);
  private final PostgresLog log =
      PostgresLog.open(TestPostgres.freshDatabase().asApplication(), new SimpleMeterRegistry());
  final InstallationSecret secret = InstallationSecret.generate();
  final Sealing sealing = new Sealing(KeyEncryptionKey.generate(), log.dataKeys());
  final Histories histories = Tokens.histories(log, 1000);
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
    var name = EventCatalogue.nameOf(event.getClass());
    var stored =
        new NewEvent(
            randomness.uuid7(),
            event.at(),
            name.name(),
            Integer.toString(name.version()),
            tags(event),
            codec.encode(circumstances(event)),
            codec.encode(event));
    return log.append(Append.of(stored)).join().last();
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

  private static List<String> tags(Event event) {
    return switch (event) {
      case AccountEvent e -> List.of("account:" + e.account());
      case CredentialEvent e -> List.of("account:" + e.account());
      case SessionStarted e -> List.of("session:" + e.session(), "holder:" + e.account());
      case ForeignTokensIssued e -> foreign(e);
      case OfSession e -> List.of("session:" + e.session());
      case ApiKeyIssued e -> List.of("api-key:" + e.key(), "secret:" + e.hash());
      case ApiKeyRotated e -> List.of("api-key:" + e.key(), "secret:" + e.hash());
      case ApiKeyEvent e -> List.of("api-key:" + e.key());
      case SigningKeyEvent _ -> List.of("signing-keys:all");
      default -> List.of();
    };
  }

  private static List<String> foreign(ForeignTokensIssued event) {
    var tags = new ArrayList<>(List.of("session:" + event.session()));
    event.tokens().forEach(token -> tags.add("token:" + token.jti()));
    return tags;
  }

  /** By trying all, which the session view has an index for. */
  private TokenFinder finder() {
    return jti ->
        log.read(Criteria.everything(), Range.after(0)).stream()
            .map(stored -> codec.decode(stored.name(), stored.version(), stored.payload()))
            .filter(event -> event instanceof TokensIssued e && e.access().jti().equals(jti))
            .map(event -> (TokensIssued) event)
            .map(event -> new Ref(event.session(), event.account()))
            .findFirst();
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
            finder()));
  }

  Provenance provenance() {
    return new Provenance(new Provenance.Parts(histories, this::judges, sealing, US, clock));
  }

  ProvenanceAnswer ask(String token) {
    return provenance().of(TokenQuestion.shown(token));
  }

  ProvenanceAnswer ask(String token, long position) {
    return provenance().of(TokenQuestion.shown(token).at(new Moment(position, now)));
  }

  ProvenanceAnswer ask(String token, long position, Instant at) {
    return provenance().of(TokenQuestion.shown(token).at(new Moment(position, at)));
  }

  UUID uuid() {
    return randomness.uuid7();
  }

  Randomness randomness() {
    return randomness;
  }

  void later(Duration time) {
    now = now.plus(time);
  }

  long head() {
    return histories.head();
  }

  @Override
  public void close() {
    log.close();
  }
}
