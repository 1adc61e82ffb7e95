package dev.annals.check;

import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.KeyEncryptionKey;
import dev.annals.crypto.MemoryDataKeys;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.Sealing;
import dev.annals.crypto.SharedKey;
import dev.annals.crypto.SigningAlgorithm;
import dev.annals.crypto.SigningKey;
import dev.annals.history.Past;
import dev.annals.session.AccessGrant;
import dev.annals.session.Family;
import dev.annals.session.ForeignGrant;
import dev.annals.session.RefreshGrant;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.SessionId;
import dev.annals.session.SignInMethod;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import dev.annals.token.Recipient;
import dev.annals.token.RefreshTokens;
import dev.annals.token.SigningKeyEvent.SharedKeyCreated;
import dev.annals.token.SigningKeyEvent.SigningKeyCreated;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An installation in memory where Ada is given tokens, and all that checks them. */
final class IssuedTokens {
  static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  static final Instant ONE = NOON.plusSeconds(3600);
  static final InstantSource CLOCK = InstantSource.fixed(NOON);
  static final Map<String, Object> INACTIVE = Map.of("active", false);
  static final Recipient US = new Recipient("https://id.example", "annals");
  static final Family FAMILY = new Family("datarhei");
  static final AccountId ADA = new AccountId(new UUID(1, 1));
  static final SessionId SESSION = new SessionId(new UUID(2, 2));
  static final TokenId JTI = new TokenId(new UUID(3, 3));
  static final TokenId FOREIGN = new TokenId(new UUID(4, 4));

  final Past past = new Past();
  final Randomness randomness = Randomness.secure(CLOCK);
  final Sealing sealing = new Sealing(KeyEncryptionKey.generate(), new MemoryDataKeys());
  final InstallationSecret secret = InstallationSecret.generate();
  final SigningKey key = SigningKey.generate(SigningAlgorithm.EDDSA);
  final SharedKey shared = SharedKey.generate();
  final SigningKeys keys = new SigningKeys(past, sealing);
  final SharedKeys sharedKeys = new SharedKeys(past, sealing);
  final ForeignTokens foreign = new ForeignTokens(sharedKeys, sealing, secret.foreignTokens());
  final RefreshTokens refresh = new RefreshTokens(secret.refreshTokens(), randomness);
  final ChosenSecrets chosen = new ChosenSecrets(secret.chosenSecrets(), randomness, past, CLOCK);
  final TokenCheck check = new TokenCheck(past, keys, US, CLOCK);
  final ForeignCheck foreignCheck = new ForeignCheck(past, sharedKeys, foreign, CLOCK);
  final Introspection introspection =
      new Introspection(new EveryToken(check, refresh, foreignCheck, chosen), past, CLOCK);

  IssuedTokens() {
    sealing.create(ADA.dataKey());
    past.happened(
        new SigningKeyCreated(
            key.kid(), key.algorithm(), key.publicJwk(), key.sealedPrivateKey(sealing), NOON),
        new SharedKeyCreated(shared.kid(), FAMILY, shared.sealed(sealing), NOON),
        new AccountRegistered(
            ADA, new LoginIndex("A".repeat(43)), new Sealed("kek/AAAA"), Optional.empty(), NOON));
  }

  TokensIssued signedIn(String scope, String refreshToken) {
    var access =
        new AccessGrant(
            JTI, key.kid(), US.issuer(), US.audience(), "annals", scope, List.of(), NOON, ONE);
    var hash = refresh.parse(refreshToken).orElseThrow().hash();
    var issued = new TokensIssued(SESSION, ADA, access, new RefreshGrant(0, hash, ONE), NOON);
    past.happened(started(Family.ANNALS), issued);
    return issued;
  }

  static SessionStarted started(Family family) {
    return new SessionStarted(SESSION, ADA, family, SignInMethod.PASSWORD, ONE, false, NOON);
  }

  String accessToken(String scope) {
    return keys.accessToken(signedIn(scope, refresh.mint(SESSION, ADA, 0).reveal()));
  }

  String foreignToken() {
    var payload = "{\"jti\":\"" + FOREIGN + "\"}";
    var token = shared.sign(payload);
    var grant =
        new ForeignGrant(
            FOREIGN,
            shared.kid(),
            TokenUse.ACCESS,
            NOON,
            ONE,
            foreign.seal(ADA, payload),
            foreign.hash(token));
    past.happened(started(FAMILY), new ForeignTokensIssued(SESSION, ADA, List.of(grant), NOON));
    return token;
  }
}
