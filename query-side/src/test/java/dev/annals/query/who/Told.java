package dev.annals.query.who;

import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.catalogue.EventCatalogue;
import dev.annals.catalogue.EventCodec;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.KeyKind;
import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.Sealing;
import dev.annals.crypto.SharedKey;
import dev.annals.crypto.SigningAlgorithm;
import dev.annals.crypto.SigningKey;
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
import dev.annals.store.EventLog;
import dev.annals.store.NewEvent;
import dev.annals.token.AccessToken;
import dev.annals.token.ApiKeySecret;
import dev.annals.token.Recipient;
import dev.annals.token.SigningKeyEvent.SharedKeyCreated;
import dev.annals.token.SigningKeyEvent.SigningKeyCreated;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes the history of one person into a log, as the command side would. */
public final class Told {
  static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  public static final Instant ONE = NOON.plusSeconds(3600);
  public static final InstantSource CLOCK = InstantSource.fixed(NOON);
  public static final Recipient US = new Recipient("https://id.example", "annals");
  static final Family FAMILY = new Family("datarhei");
  public static final AccountId ADA = new AccountId(new UUID(1, 1));
  public static final SessionId SESSION = new SessionId(new UUID(2, 2));
  static final TokenId JTI = new TokenId(new UUID(3, 3));
  public static final String ACCOUNT = "account:" + ADA;
  static final String OF_SESSION = "session:" + SESSION;

  public final Randomness randomness = Randomness.secure(CLOCK);
  public final InstallationSecret secret = InstallationSecret.generate();
  final SharedKey shared = SharedKey.generate();
  private final SigningKey key = SigningKey.generate(SigningAlgorithm.EDDSA);
  private final EventCodec codec = new EventCodec();
  private final EventLog log;
  private final Sealing sealing;

  public Told(EventLog log, Sealing sealing) {
    this.log = log;
    this.sealing = sealing;
  }

  public void happened(Event event, String... tags) {
    var name = EventCatalogue.nameOf(event.getClass());
    var stored =
        new NewEvent(
            randomness.uuid7(),
            event.at(),
            name.name(),
            Integer.toString(name.version()),
            List.of(tags),
            "{}".getBytes(StandardCharsets.UTF_8),
            codec.encode(event));
    log.append(Append.of(stored)).join();
  }

  public void founded() {
    var id = new InstallationId(randomness.uuid7());
    happened(new InstallationFounded(id, secret.sealed(sealing), NOON), "installation:annals");
    happened(
        new SigningKeyCreated(
            key.kid(), key.algorithm(), key.publicJwk(), key.sealedPrivateKey(sealing), NOON),
        "signing-keys:all");
    happened(
        new SharedKeyCreated(shared.kid(), FAMILY, shared.sealed(sealing), NOON),
        "signing-keys:all");
    sealing.create(ADA.dataKey());
    happened(
        new AccountRegistered(
            ADA, new LoginIndex("A".repeat(43)), new Sealed("kek/AAAA"), Optional.empty(), NOON),
        ACCOUNT);
  }

  void started(Family family) {
    happened(
        new SessionStarted(SESSION, ADA, family, SignInMethod.PASSWORD, ONE, false, NOON),
        OF_SESSION);
  }

  private AccessGrant grant() {
    return new AccessGrant(
        JTI,
        key.kid(),
        US.issuer(),
        US.audience(),
        "annals",
        AccessGrant.FULL_SCOPE,
        List.of(),
        NOON,
        ONE);
  }

  public String signedIn(RefreshGrant refresh) {
    started(Family.ANNALS);
    happened(new TokensIssued(SESSION, ADA, grant(), refresh, NOON), OF_SESSION);
    return AccessToken.issue(key, grant(), ADA, SESSION);
  }

  void issued(ApiKeySecret apiKey) {
    happened(
        new ApiKeyIssued(
            apiKey.key(), ADA, KeyKind.API_KEY, "gateway", apiKey.hash(), Optional.empty(), NOON),
        "api-key:" + apiKey.key(),
        "holder:" + ADA);
  }
}
