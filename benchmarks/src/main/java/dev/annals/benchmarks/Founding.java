package dev.annals.benchmarks;

import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.account.Role;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.KeyEncryptionKey;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealing;
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
import dev.annals.store.postgres.PostgresLog;
import dev.annals.token.AccessToken;
import dev.annals.token.ApiKeySecret;
import dev.annals.token.RefreshTokens;
import dev.annals.token.SigningKeyEvent.SigningKeyCreated;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Writes what makes a log an installation's, and somebody who may ask it anything. */
final class Founding {
  static final String ISSUER = "http://localhost:8080";
  private static final Duration LIFE = Duration.ofHours(12);

  private final PostgresLog log;
  private final KeyEncryptionKey kek = KeyEncryptionKey.generate();
  private final Sealing sealing;
  private final InstantSource clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  private final Randomness randomness = Randomness.secure(clock);
  private final InstallationSecret secret = InstallationSecret.generate();
  private final SigningKey key = SigningKey.generate(SigningAlgorithm.EDDSA);
  private final AccountId auditor = new AccountId(randomness.uuid7());

  Founding(PostgresLog log) {
    this.log = log;
    sealing = new Sealing(kek, log.dataKeys());
    var id = new InstallationId(randomness.uuid7());
    happened(new InstallationFounded(id, secret.sealed(sealing), now()), "installation:annals");
    var sealed = key.sealedPrivateKey(sealing);
    happened(
        new SigningKeyCreated(key.kid(), key.algorithm(), key.publicJwk(), sealed, now()),
        "signing-keys:all");
    register();
  }

  private void register() {
    sealing.create(auditor.dataKey());
    var login = sealing.seal(auditor.dataKey(), "login", "auditor@example.org");
    var index = new LoginIndex(secret.blindIndex().of("auditor@example.org"));
    var tag = "account:" + auditor;
    happened(new AccountRegistered(auditor, index, login, Optional.empty(), now()), tag);
    happened(new RoleGranted(auditor, Role.AUDITOR, now()), tag);
  }

  String kek() {
    return kek.toBase64();
  }

  /** A program that may ask what tokens are worth. */
  String apiKey() {
    var fresh = ApiKeySecret.mint(new ApiKeyId(randomness.uuid7()), randomness);
    happened(
        new ApiKeyIssued(
            fresh.key(),
            auditor,
            KeyKind.API_KEY,
            "gateway",
            fresh.hash(),
            Optional.empty(),
            now()),
        "api-key:" + fresh.key(),
        "holder:" + auditor);
    return fresh.reveal();
  }

  /** An access token of the auditor, of a session of its own. */
  String signIn() {
    var session = new SessionId(randomness.uuid7());
    var now = now().truncatedTo(ChronoUnit.SECONDS);
    var end = now.plus(LIFE);
    var jti = new TokenId(randomness.uuid7());
    var grant =
        new AccessGrant(
            jti,
            key.kid(),
            ISSUER,
            "annals",
            "annals",
            AccessGrant.FULL_SCOPE,
            List.of(),
            now,
            end);
    happened(
        new SessionStarted(
            session, auditor, Family.ANNALS, SignInMethod.PASSWORD, end, false, now()),
        "session:" + session,
        "holder:" + auditor);
    var refresh = new RefreshTokens(secret.refreshTokens(), randomness).mint(session, auditor, 0);
    happened(
        new TokensIssued(session, auditor, grant, new RefreshGrant(0, refresh.hash(), end), now()),
        "session:" + session);
    return AccessToken.issue(key, grant, auditor, session);
  }

  private Instant now() {
    return clock.instant();
  }

  private void happened(Event event, String... tags) {
    var fresh = Recorded.event(randomness, event, List.of(tags));
    var _ = log.append(Append.of(fresh)).join();
  }
}
