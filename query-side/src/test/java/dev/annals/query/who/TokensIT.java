package dev.annals.query.who;

import static dev.annals.query.who.Told.ACCOUNT;
import static dev.annals.query.who.Told.ADA;
import static dev.annals.query.who.Told.CLOCK;
import static dev.annals.query.who.Told.FAMILY;
import static dev.annals.query.who.Told.JTI;
import static dev.annals.query.who.Told.NOON;
import static dev.annals.query.who.Told.OF_SESSION;
import static dev.annals.query.who.Told.ONE;
import static dev.annals.query.who.Told.SESSION;
import static dev.annals.query.who.Told.US;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountEvent.RoleRevoked;
import dev.annals.account.Role;
import dev.annals.check.Bearer;
import dev.annals.check.ForeignTokens;
import dev.annals.check.SharedKeys;
import dev.annals.client.ApiKeyEvent.ApiKeyRevoked;
import dev.annals.client.ApiKeyId;
import dev.annals.crypto.KeyEncryptionKey;
import dev.annals.crypto.Sealing;
import dev.annals.session.EndReason;
import dev.annals.session.ForeignGrant;
import dev.annals.session.RefreshGrant;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.TokenUse;
import dev.annals.store.TestPostgres;
import dev.annals.store.postgres.PostgresLog;
import dev.annals.store.postgres.PostgresReading;
import dev.annals.token.ApiKeySecret;
import dev.annals.token.RefreshTokens;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One process writes, and another, which may only read, tells what tokens are worth. */
class TokensIT {
  private static final Map<String, Object> INACTIVE = Map.of("active", false);

  private final KeyEncryptionKey kek = KeyEncryptionKey.generate();
  private PostgresLog log;
  private PostgresReading reading;
  private Sealing sealing;
  private Tokens tokens;
  private Told told;

  @BeforeEach
  void two_processes() {
    var database = TestPostgres.freshDatabase();
    log = PostgresLog.open(database.asApplication(), new SimpleMeterRegistry());
    reading = PostgresReading.open(database.asReader(), new SimpleMeterRegistry());
    sealing = new Sealing(kek, log.dataKeys());
    told = new Told(log, sealing);
    var onlyOpening = new Sealing(kek, reading.dataKeys());
    tokens = new Tokens(Tokens.histories(reading, 1_000), onlyOpening, US, CLOCK);
  }

  @AfterEach
  void close() {
    reading.close();
    log.close();
  }

  @Test
  void before_anything_is_founded_no_token_is_good_and_afterwards_it_is_without_a_restart() {
    assertThat(tokens.introspect("nonsense")).isEqualTo(INACTIVE);
    assertThat(tokens.founded()).isEmpty();

    told.founded();

    assertThat(tokens.founded()).isPresent();
    assertThat(tokens.introspect("nonsense")).isEqualTo(INACTIVE);
  }

  @Test
  void a_token_is_good_with_the_roles_of_now_until_its_session_ends() {
    told.founded();
    var refresh =
        new RefreshTokens(told.secret.refreshTokens(), told.randomness).mint(SESSION, ADA, 0);
    var access = told.signedIn(new RefreshGrant(0, refresh.hash(), ONE));
    assertThat(tokens.introspect(access))
        .containsEntry("active", true)
        .containsEntry("roles", List.of());
    assertThat(tokens.introspect(refresh.reveal())).containsEntry("active", true);

    told.happened(new RoleGranted(ADA, Role.AUDITOR, NOON), ACCOUNT);
    assertThat(tokens.check().recognise(access))
        .contains(new Bearer.Person(ADA, Set.of(Role.AUDITOR), SESSION, JTI, false));
    told.happened(new RoleRevoked(ADA, Role.AUDITOR, NOON), ACCOUNT);
    assertThat(tokens.introspect(access)).containsEntry("roles", List.of());

    told.happened(new SessionEnded(SESSION, ADA, EndReason.SIGNED_OUT, NOON), OF_SESSION);
    assertThat(tokens.introspect(access)).isEqualTo(INACTIVE);
    assertThat(tokens.introspect(refresh.reveal())).isEqualTo(INACTIVE);
  }

  @Test
  void an_api_key_is_good_until_it_is_revoked_or_its_account_is_locked() {
    told.founded();
    var first = ApiKeySecret.mint(new ApiKeyId(told.randomness.uuid7()), told.randomness);
    var second = ApiKeySecret.mint(new ApiKeyId(told.randomness.uuid7()), told.randomness);
    told.issued(first);
    told.issued(second);
    assertThat(tokens.introspect(first.reveal())).containsEntry("client_id", "" + first.key());

    told.happened(new ApiKeyRevoked(first.key(), NOON), "api-key:" + first.key());
    assertThat(tokens.introspect(first.reveal())).isEqualTo(INACTIVE);
    assertThat(tokens.introspect(second.reveal())).containsEntry("active", true);
    told.happened(new AccountLocked(ADA, NOON), ACCOUNT);
    assertThat(tokens.introspect(second.reveal())).isEqualTo(INACTIVE);
  }

  @Test
  void a_foreign_token_is_known_to_the_byte_and_made_again_with_the_keys_that_are_read() {
    told.founded();
    told.started(FAMILY);
    var writing =
        new ForeignTokens(
            new SharedKeys(Tokens.histories(log, 10), sealing),
            sealing,
            told.secret.foreignTokens());
    var payload = "{\"jti\":\"" + JTI + "\"}";
    var token = told.shared.sign(payload);
    var grant =
        new ForeignGrant(
            JTI,
            told.shared.kid(),
            TokenUse.ACCESS,
            NOON,
            ONE,
            writing.seal(ADA, payload),
            writing.hash(token));
    told.happened(
        new ForeignTokensIssued(SESSION, ADA, List.of(grant), NOON), OF_SESSION, "token:" + JTI);

    assertThat(tokens.introspect(token))
        .containsEntry("active", true)
        .containsEntry("client_id", "datarhei");
    assertThat(tokens.founded().orElseThrow().foreign().token(grant)).contains(token);
    assertThat(tokens.introspect(told.shared.sign("{\"jti\": \"" + JTI + "\"}")))
        .isEqualTo(INACTIVE);
  }
}
