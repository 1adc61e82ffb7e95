package dev.annals.query.api;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.account.Role;
import dev.annals.catalogue.EventCatalogue;
import dev.annals.catalogue.EventCodec;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.credential.CredentialEvent.PasswordSet;
import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.KeyEncryptionKey;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealing;
import dev.annals.crypto.SigningAlgorithm;
import dev.annals.crypto.SigningKey;
import dev.annals.event.Actor;
import dev.annals.event.AddressIndex;
import dev.annals.event.Circumstances;
import dev.annals.event.Event;
import dev.annals.installation.InstallationEvent.InstallationFounded;
import dev.annals.installation.InstallationId;
import dev.annals.session.AccessGrant;
import dev.annals.session.Family;
import dev.annals.session.RefreshGrant;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.SessionId;
import dev.annals.session.SignInMethod;
import dev.annals.session.TokenId;
import dev.annals.store.Append;
import dev.annals.store.NewEvent;
import dev.annals.store.TestPostgres.Database;
import dev.annals.store.postgres.PostgresLog;
import dev.annals.token.AccessToken;
import dev.annals.token.ApiKeySecret;
import dev.annals.token.RefreshTokens;
import dev.annals.token.SigningKeyEvent.SigningKeyCreated;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Writes what people do into a log, as the command side would. */
final class Town implements AutoCloseable {
  static final KeyEncryptionKey KEK = KeyEncryptionKey.generate();
  static final String ADDRESS = "192.0.2.7";

  final PostgresLog log;
  final Sealing sealing;
  final AddressIndex addresses;
  private final EventCodec codec = new EventCodec();
  private final InstantSource clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  private final Randomness randomness = Randomness.secure(clock);
  private final InstallationSecret secret = InstallationSecret.generate();
  private final SigningKey key = SigningKey.generate(SigningAlgorithm.EDDSA);

  Town(Database database) {
    log = PostgresLog.open(database.asApplication(), new SimpleMeterRegistry());
    sealing = new Sealing(KEK, log.dataKeys());
    addresses = new AddressIndex(secret.addresses());
    var founded =
        new InstallationFounded(
            new InstallationId(randomness.uuid7()), secret.sealed(sealing), now());
    var created =
        new SigningKeyCreated(
            key.kid(), key.algorithm(), key.publicJwk(), key.sealedPrivateKey(sealing), now());
    happened(Circumstances.SYSTEM, founded, "installation:annals");
    happened(Circumstances.SYSTEM, created, "signing-keys:all");
  }

  /** Somebody who has signed in. */
  record Person(AccountId account, SessionId session, String token) {
    @Override
    public String toString() {
      return "Person[" + account + "]";
    }
  }

  Instant now() {
    return clock.instant();
  }

  /** Somebody new, registered and signed in. */
  Person person(String login, Role... roles) {
    var account = new AccountId(randomness.uuid7());
    sealing.create(account.dataKey());
    var tag = "account:" + account;
    happened(
        by(account),
        new AccountRegistered(
            account,
            new LoginIndex(secret.blindIndex().of(login)),
            sealing.seal(account.dataKey(), "login", login),
            Optional.of(sealing.seal(account.dataKey(), "display-name", "Name of " + login)),
            now()),
        tag);
    happened(
        by(account),
        new PasswordSet(account, sealing.seal(account.dataKey(), "verifier", "phc"), now()),
        tag);
    for (var role : roles) {
      happened(by(account), new RoleGranted(account, role, now()), tag);
    }
    return signIn(account);
  }

  Person signIn(AccountId account) {
    return signIn(account, AccessGrant.FULL_SCOPE, Duration.ofHours(1));
  }

  Person signIn(AccountId account, String scope, Duration life) {
    var session = new SessionId(randomness.uuid7());
    var now = now().truncatedTo(ChronoUnit.SECONDS);
    var end = now.plus(life);
    var grant =
        new AccessGrant(
            new TokenId(randomness.uuid7()),
            key.kid(),
            QueryServer.ISSUER,
            "annals",
            "annals",
            scope,
            List.of(),
            now,
            end);
    var refresh = new RefreshTokens(secret.refreshTokens(), randomness).mint(session, account, 0);
    happened(
        by(account),
        new SessionStarted(
            session,
            account,
            Family.ANNALS,
            SignInMethod.PASSWORD,
            end,
            !scope.equals(AccessGrant.FULL_SCOPE),
            now()),
        "session:" + session,
        "holder:" + account);
    happened(
        by(account),
        new TokensIssued(session, account, grant, new RefreshGrant(0, refresh.hash(), end), now()),
        "session:" + session);
    return new Person(account, session, AccessToken.issue(key, grant, account, session));
  }

  String apiKey(AccountId account) {
    var fresh = ApiKeySecret.mint(new ApiKeyId(randomness.uuid7()), randomness);
    happened(
        by(account),
        new ApiKeyIssued(
            fresh.key(),
            account,
            KeyKind.API_KEY,
            "gateway",
            fresh.hash(),
            Optional.empty(),
            now()),
        "api-key:" + fresh.key(),
        "holder:" + account);
    return fresh.reveal();
  }

  /** The person is forgotten, key and all. */
  void erase(Person person) {
    var login = new LoginIndex("E".repeat(43));
    happened(
        by(person.account()),
        new AccountErased(person.account(), login, now()),
        "account:" + person.account(),
        "erased:accounts");
    sealing.forget(person.account().dataKey());
  }

  Circumstances by(AccountId account) {
    return by(Actor.account(account.value()), account, ADDRESS);
  }

  Circumstances by(Actor actor, AccountId subject, String address) {
    return new Circumstances(
        actor,
        Optional.of(subject.value()),
        Optional.of(sealing.seal(subject.dataKey(), "address", address)),
        Optional.of(addresses.of(address)),
        Optional.of("=cmd|' /C calc'!A0"),
        "annals",
        Optional.of(randomness.uuid7().toString()),
        Optional.empty(),
        Optional.empty());
  }

  /** The position of an event that has happened just now. */
  @CanIgnoreReturnValue
  long happened(Circumstances circumstances, Event event, String... tags) {
    return log.append(Append.of(stored(circumstances, event, tags))).join().last();
  }

  NewEvent stored(Circumstances circumstances, Event event, String... tags) {
    var name = EventCatalogue.nameOf(event.getClass());
    return new NewEvent(
        randomness.uuid7(),
        event.at(),
        name.name(),
        Integer.toString(name.version()),
        List.of(tags),
        codec.encode(circumstances),
        codec.encode(event));
  }

  @Override
  public void close() {
    log.close();
  }
}
