package dev.annals.query.who;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountEvent.RoleRevoked;
import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.account.Role;
import dev.annals.catalogue.EventCatalogue;
import dev.annals.catalogue.EventCodec;
import dev.annals.check.Bearer;
import dev.annals.check.ForeignTokens;
import dev.annals.check.SharedKeys;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRevoked;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.KeyEncryptionKey;
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
import dev.annals.session.EndReason;
import dev.annals.session.Family;
import dev.annals.session.ForeignGrant;
import dev.annals.session.RefreshGrant;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.SessionId;
import dev.annals.session.SignInMethod;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import dev.annals.store.Append;
import dev.annals.store.NewEvent;
import dev.annals.store.TestPostgres;
import dev.annals.store.postgres.PostgresLog;
import dev.annals.store.postgres.PostgresReading;
import dev.annals.token.AccessToken;
import dev.annals.token.ApiKeySecret;
import dev.annals.token.Recipient;
import dev.annals.token.RefreshTokens;
import dev.annals.token.SigningKeyEvent.SharedKeyCreated;
import dev.annals.token.SigningKeyEvent.SigningKeyCreated;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One process writes, and another, which may only read, tells what tokens are worth. */
class TokensIT {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant ONE = NOON.plusSeconds(3600);
  private static final InstantSource CLOCK = InstantSource.fixed(NOON);
  private static final Map<String, Object> INACTIVE = Map.of("active", false);
  private static final Recipient US = new Recipient("https://id.example", "annals");
  private static final Family FAMILY = new Family("datarhei");
  private static final AccountId ADA = new AccountId(new UUID(1, 1));
  private static final SessionId SESSION = new SessionId(new UUID(2, 2));
  private static final TokenId JTI = new TokenId(new UUID(3, 3));
  private static final String ACCOUNT = "account:" + ADA;
  private static final String OF_SESSION = "session:" + SESSION;

  private final EventCodec codec = new EventCodec();
  private final Randomness randomness = Randomness.secure(CLOCK);
  private final KeyEncryptionKey kek = KeyEncryptionKey.generate();
  private final InstallationSecret secret = InstallationSecret.generate();
  private final SigningKey key = SigningKey.generate(SigningAlgorithm.EDDSA);
  private final SharedKey shared = SharedKey.generate();
  private PostgresLog log;
  private PostgresReading reading;
  private Sealing sealing;
  private Tokens tokens;

  @BeforeEach
  void two_processes() {
    var database = TestPostgres.freshDatabase();
    log = PostgresLog.open(database.asApplication(), new SimpleMeterRegistry());
    reading = PostgresReading.open(database.asReader(), new SimpleMeterRegistry());
    sealing = new Sealing(kek, log.dataKeys());
    var onlyOpening = new Sealing(kek, reading.dataKeys());
    tokens = new Tokens(Tokens.histories(reading, 1_000), onlyOpening, US, CLOCK);
  }

  @AfterEach
  void close() {
    reading.close();
    log.close();
  }

  private void happened(Event event, String... tags) {
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

  private void founded() {
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

  private void started(Family family) {
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

  private String signedIn(RefreshGrant refresh) {
    started(Family.ANNALS);
    happened(new TokensIssued(SESSION, ADA, grant(), refresh, NOON), OF_SESSION);
    return AccessToken.issue(key, grant(), ADA, SESSION);
  }

  @Test
  void before_anything_is_founded_no_token_is_good_and_afterwards_it_is_without_a_restart() {
    assertThat(tokens.introspect("nonsense")).isEqualTo(INACTIVE);
    assertThat(tokens.founded()).isEmpty();

    founded();

    assertThat(tokens.founded()).isPresent();
    assertThat(tokens.introspect("nonsense")).isEqualTo(INACTIVE);
  }

  @Test
  void a_token_is_good_with_the_roles_of_now_until_its_session_ends() {
    founded();
    var refresh = new RefreshTokens(secret.refreshTokens(), randomness).mint(SESSION, ADA, 0);
    var access = signedIn(new RefreshGrant(0, refresh.hash(), ONE));
    assertThat(tokens.introspect(access))
        .containsEntry("active", true)
        .containsEntry("roles", List.of());
    assertThat(tokens.introspect(refresh.reveal())).containsEntry("active", true);

    happened(new RoleGranted(ADA, Role.AUDITOR, NOON), ACCOUNT);
    assertThat(tokens.check().recognise(access))
        .contains(new Bearer.Person(ADA, Set.of(Role.AUDITOR), SESSION, JTI, false));
    happened(new RoleRevoked(ADA, Role.AUDITOR, NOON), ACCOUNT);
    assertThat(tokens.introspect(access)).containsEntry("roles", List.of());

    happened(new SessionEnded(SESSION, ADA, EndReason.SIGNED_OUT, NOON), OF_SESSION);
    assertThat(tokens.introspect(access)).isEqualTo(INACTIVE);
    assertThat(tokens.introspect(refresh.reveal())).isEqualTo(INACTIVE);
  }

  @Test
  void an_api_key_is_good_until_it_is_revoked_or_its_account_is_locked() {
    founded();
    var first = ApiKeySecret.mint(new ApiKeyId(randomness.uuid7()), randomness);
    var second = ApiKeySecret.mint(new ApiKeyId(randomness.uuid7()), randomness);
    issued(first);
    issued(second);
    assertThat(tokens.introspect(first.reveal())).containsEntry("client_id", "" + first.key());

    happened(new ApiKeyRevoked(first.key(), NOON), "api-key:" + first.key());
    assertThat(tokens.introspect(first.reveal())).isEqualTo(INACTIVE);
    assertThat(tokens.introspect(second.reveal())).containsEntry("active", true);
    happened(new AccountLocked(ADA, NOON), ACCOUNT);
    assertThat(tokens.introspect(second.reveal())).isEqualTo(INACTIVE);
  }

  private void issued(ApiKeySecret apiKey) {
    happened(
        new ApiKeyIssued(
            apiKey.key(), ADA, KeyKind.API_KEY, "gateway", apiKey.hash(), Optional.empty(), NOON),
        "api-key:" + apiKey.key(),
        "holder:" + ADA);
  }

  @Test
  void a_foreign_token_is_known_to_the_byte_and_made_again_with_the_keys_that_are_read() {
    founded();
    started(FAMILY);
    var writing =
        new ForeignTokens(
            new SharedKeys(Tokens.histories(log, 10), sealing), sealing, secret.foreignTokens());
    var payload = "{\"jti\":\"" + JTI + "\"}";
    var token = shared.sign(payload);
    var grant =
        new ForeignGrant(
            JTI,
            shared.kid(),
            TokenUse.ACCESS,
            NOON,
            ONE,
            writing.seal(ADA, payload),
            writing.hash(token));
    happened(
        new ForeignTokensIssued(SESSION, ADA, List.of(grant), NOON), OF_SESSION, "token:" + JTI);

    assertThat(tokens.introspect(token))
        .containsEntry("active", true)
        .containsEntry("client_id", "datarhei");
    assertThat(tokens.founded().orElseThrow().foreign().token(grant)).contains(token);
    assertThat(tokens.introspect(shared.sign("{\"jti\": \"" + JTI + "\"}"))).isEqualTo(INACTIVE);
  }
}
