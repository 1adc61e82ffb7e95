package dev.annals.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountEvent.AllSessionsRevoked;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountEvent.RoleRevoked;
import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.account.Role;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyEvent.ApiKeyRevoked;
import dev.annals.client.ApiKeyEvent.ApiKeyRotated;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
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
import dev.annals.session.EndReason;
import dev.annals.session.Family;
import dev.annals.session.ForeignGrant;
import dev.annals.session.RefreshGrant;
import dev.annals.session.SessionEvent.AccessTokenRevoked;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.SessionId;
import dev.annals.session.SignInMethod;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import dev.annals.token.ApiKeySecret;
import dev.annals.token.Recipient;
import dev.annals.token.RefreshTokens;
import dev.annals.token.SigningKeyEvent.SharedKeyCreated;
import dev.annals.token.SigningKeyEvent.SigningKeyCreated;
import dev.annals.token.SigningKeyEvent.SigningKeyRetired;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IntrospectionTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant ONE = NOON.plusSeconds(3600);
  private static final InstantSource CLOCK = InstantSource.fixed(NOON);
  private static final Map<String, Object> INACTIVE = Map.of("active", false);
  private static final Recipient US = new Recipient("https://id.example", "annals");
  private static final Family FAMILY = new Family("datarhei");
  private static final AccountId ADA = new AccountId(new UUID(1, 1));
  private static final SessionId SESSION = new SessionId(new UUID(2, 2));
  private static final TokenId JTI = new TokenId(new UUID(3, 3));
  private static final TokenId FOREIGN = new TokenId(new UUID(4, 4));

  private final Past past = new Past();
  private final Randomness randomness = Randomness.secure(CLOCK);
  private final Sealing sealing = new Sealing(KeyEncryptionKey.generate(), new MemoryDataKeys());
  private final InstallationSecret secret = InstallationSecret.generate();
  private final SigningKey key = SigningKey.generate(SigningAlgorithm.EDDSA);
  private final SharedKey shared = SharedKey.generate();
  private final SigningKeys keys = new SigningKeys(past, sealing);
  private final SharedKeys sharedKeys = new SharedKeys(past, sealing);
  private final ForeignTokens foreign =
      new ForeignTokens(sharedKeys, sealing, secret.foreignTokens());
  private final RefreshTokens refresh = new RefreshTokens(secret.refreshTokens(), randomness);
  private final ChosenSecrets chosen =
      new ChosenSecrets(secret.chosenSecrets(), randomness, past, CLOCK);
  private final TokenCheck check = new TokenCheck(past, keys, US, CLOCK);
  private final ForeignCheck foreignCheck = new ForeignCheck(past, sharedKeys, foreign, CLOCK);
  private final Introspection introspection =
      new Introspection(new EveryToken(check, refresh, foreignCheck, chosen), past, CLOCK);

  @BeforeEach
  void a_person_and_keys() {
    sealing.create(ADA.dataKey());
    past.happened(
        new SigningKeyCreated(
            key.kid(), key.algorithm(), key.publicJwk(), key.sealedPrivateKey(sealing), NOON),
        new SharedKeyCreated(shared.kid(), FAMILY, shared.sealed(sealing), NOON),
        new AccountRegistered(
            ADA, new LoginIndex("A".repeat(43)), new Sealed("kek/AAAA"), Optional.empty(), NOON));
  }

  private TokensIssued signedIn(String scope, String refreshToken) {
    var access =
        new AccessGrant(
            JTI, key.kid(), US.issuer(), US.audience(), "annals", scope, List.of(), NOON, ONE);
    var hash = refresh.parse(refreshToken).orElseThrow().hash();
    var issued = new TokensIssued(SESSION, ADA, access, new RefreshGrant(0, hash, ONE), NOON);
    past.happened(started(Family.ANNALS), issued);
    return issued;
  }

  private static SessionStarted started(Family family) {
    return new SessionStarted(SESSION, ADA, family, SignInMethod.PASSWORD, ONE, false, NOON);
  }

  private String accessToken(String scope) {
    return keys.accessToken(signedIn(scope, refresh.mint(SESSION, ADA, 0).reveal()));
  }

  private String foreignToken() {
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

  @Test
  void an_access_token_is_good_with_the_roles_of_now() {
    var token = accessToken(AccessGrant.FULL_SCOPE);
    past.happened(new RoleGranted(ADA, Role.ADMIN, NOON), new RoleGranted(ADA, Role.AUDITOR, NOON));
    past.happened(new RoleRevoked(ADA, Role.ADMIN, NOON));

    assertThat(introspection.of(token))
        .containsEntry("active", true)
        .containsEntry("sub", ADA.toString())
        .containsEntry("jti", JTI.toString())
        .containsEntry("sid", SESSION.toString())
        .containsEntry("exp", ONE.getEpochSecond())
        .containsEntry("roles", List.of("auditor"));
    assertThat(check.recognise(token))
        .contains(new Bearer.Person(ADA, Set.of(Role.AUDITOR), SESSION, JTI, false));
  }

  @Test
  void a_token_that_may_only_change_the_password_says_so() {
    assertThat(check.recognise(accessToken(AccessGrant.RESTRICTED_SCOPE)))
        .contains(new Bearer.Person(ADA, Set.of(), SESSION, JTI, true));
  }

  @Test
  void a_token_is_not_good_once_it_or_its_session_is_over_but_is_remembered() {
    var token = accessToken(AccessGrant.FULL_SCOPE);
    past.happened(new AccessTokenRevoked(SESSION, ADA, JTI, NOON));

    assertThat(introspection.of(token)).isEqualTo(INACTIVE);
    assertThat(check.recognise(token)).isEmpty();
    assertThat(check.remember(token))
        .contains(new Bearer.Person(ADA, Set.of(), SESSION, JTI, true));
  }

  @Test
  void a_refresh_token_is_good_while_its_session_lives() {
    var token = refresh.mint(SESSION, ADA, 0).reveal();
    var _ = signedIn(AccessGrant.FULL_SCOPE, token);
    var older = refresh.mint(SESSION, ADA, 0).reveal();

    assertThat(introspection.of(token))
        .containsEntry("active", true)
        .containsEntry("sub", "" + ADA);
    assertThat(introspection.of(older)).isEqualTo(INACTIVE);
    past.happened(new SessionEnded(SESSION, ADA, EndReason.SIGNED_OUT, NOON));
    assertThat(introspection.of(token)).isEqualTo(INACTIVE);
  }

  @Test
  void a_foreign_token_is_good_to_the_byte_and_can_be_made_again() {
    var token = foreignToken();

    assertThat(introspection.of(token))
        .containsEntry("active", true)
        .containsEntry("client_id", "datarhei")
        .containsEntry("jti", FOREIGN.toString());
    assertThat(introspection.of(shared.sign("{\"jti\": \"" + FOREIGN + "\"}"))).isEqualTo(INACTIVE);
    var issued = foreignCheck.authentic(token).orElseThrow();
    assertThat(foreign.token(issued.grant())).contains(token);
    past.happened(new AllSessionsRevoked(ADA, NOON));
    assertThat(introspection.of(token)).isEqualTo(INACTIVE);
    assertThat(foreignCheck.remember(FAMILY, TokenUse.ACCESS, token)).isPresent();
    assertThat(foreignCheck.remember(FAMILY, TokenUse.REFRESH, token)).isEmpty();
  }

  @Test
  void a_retired_key_still_signs_the_same_bytes_again() {
    var issued = signedIn(AccessGrant.FULL_SCOPE, refresh.mint(SESSION, ADA, 0).reveal());
    var token = keys.accessToken(issued);
    past.happened(new SigningKeyRetired(key.kid(), NOON, NOON));

    assertThat(introspection.of(token)).isEqualTo(INACTIVE);
    assertThat(new SigningKeys(past, sealing).accessToken(issued)).isEqualTo(token);
  }

  @Test
  void a_key_is_good_while_its_account_may_be_used() {
    var ours = ApiKeySecret.mint(new ApiKeyId(randomness.uuid7()), randomness);
    past.happened(
        new ApiKeyIssued(
            ours.key(), ADA, KeyKind.API_KEY, "gateway", ours.hash(), Optional.empty(), NOON),
        new RoleGranted(ADA, Role.ADMIN, NOON));

    assertThat(check.recognise(ours.reveal()))
        .contains(new Bearer.Machine(ADA, Set.of(Role.ADMIN), ours.key()));
    assertThat(introspection.of(ours.reveal())).containsEntry("client_id", "" + ours.key());
    past.happened(new AccountLocked(ADA, NOON));
    assertThat(introspection.of(ours.reveal())).isEqualTo(INACTIVE);
  }

  @Test
  void a_chosen_secret_is_good_until_it_is_revoked_or_its_account_locked() {
    var chosenOne = chosen.random();
    var id = ApiKeyId.of(ADA, KeyKind.PRIVATE_TOKEN);
    past.happened(
        new ApiKeyIssued(
            id, ADA, KeyKind.PRIVATE_TOKEN, "its", chosen.hash(chosenOne), Optional.empty(), NOON));

    assertThat(introspection.of(chosenOne.reveal()))
        .containsEntry("token_type", KeyKind.PRIVATE_TOKEN.text());
    assertThat(chosen.holder(chosenOne.reveal())).isPresent();
    past.happened(new ApiKeyRevoked(id, NOON));
    assertThat(introspection.of(chosenOne.reveal())).isEqualTo(INACTIVE);
    assertThat(introspection.of("nonsense")).isEqualTo(INACTIVE);
  }

  @Test
  void the_key_that_signs_is_published_and_the_retired_one_for_a_while() {
    assertThat(keys.active().kid()).isEqualTo(key.kid());
    assertThat(keys.published(NOON)).hasSize(1);
    past.happened(new SigningKeyRetired(key.kid(), ONE, NOON));

    assertThat(keys.published(NOON)).hasSize(1);
    assertThat(keys.published(ONE)).isEmpty();
    assertThatThrownBy(keys::active).hasMessage("no signing key");
  }

  @Test
  void a_family_believes_its_own_keys_and_tokens_of_the_wanted_use() {
    var token = foreignToken();

    assertThat(foreignCheck.good(FAMILY, TokenUse.ACCESS, token).map(ForeignCheck.Good::person))
        .contains(new Bearer.Person(ADA, Set.of(), SESSION, FOREIGN, false));
    assertThat(foreignCheck.good(FAMILY, TokenUse.REFRESH, token)).isEmpty();
    assertThat(foreignCheck.good(new Family("databrain"), TokenUse.ACCESS, token)).isEmpty();
    assertThat(sharedKeys.active(FAMILY).kid()).isEqualTo(shared.kid());
    past.happened(new SigningKeyRetired(shared.kid(), NOON, NOON));
    assertThat(foreignCheck.good(token)).isEmpty();
    assertThatThrownBy(() -> sharedKeys.active(FAMILY)).hasMessageContaining("no key for");
  }

  @Test
  void a_foreign_token_is_not_remembered_when_its_time_is_over() {
    var token = foreignToken();
    var later = new ForeignCheck(past, sharedKeys, foreign, InstantSource.fixed(ONE));

    assertThat(later.remember(FAMILY, TokenUse.ACCESS, token)).isEmpty();
    assertThat(later.good(token)).isEmpty();
  }

  @Test
  void only_a_token_to_come_in_with_tells_roles() {
    var token = foreignToken();
    assertThat(introspection.of(token)).containsEntry("roles", List.of());

    var payload = "{\"jti\":\"" + JTI + "\"}";
    var next = shared.sign(payload);
    var grant =
        new ForeignGrant(
            JTI,
            shared.kid(),
            TokenUse.REFRESH,
            NOON,
            ONE,
            foreign.seal(ADA, payload),
            foreign.hash(next));
    past.happened(new ForeignTokensIssued(SESSION, ADA, List.of(grant), NOON));
    assertThat(introspection.of(next))
        .containsEntry("active", true)
        .doesNotContainKeys("roles", "token_type");
  }

  @Test
  void a_chosen_secret_is_not_good_when_another_took_over_or_its_account_is_locked() {
    var first = chosen.random();
    var second = chosen.random();
    var id = ApiKeyId.of(ADA, KeyKind.PRIVATE_TOKEN);
    past.happened(
        new ApiKeyIssued(
            id, ADA, KeyKind.PRIVATE_TOKEN, "its", chosen.hash(first), Optional.empty(), NOON),
        new ApiKeyRotated(id, chosen.hash(second), NOON, NOON));
    assertThat(chosen.find(first.reveal())).isEmpty();
    assertThat(chosen.find(second.reveal())).isPresent();

    past.happened(new AccountLocked(ADA, NOON));
    assertThat(chosen.find(second.reveal())).isEmpty();
  }

  @Test
  void a_key_of_our_own_api_is_not_found_by_a_chosen_secret() {
    var disguised = chosen.random();
    var id = new ApiKeyId(randomness.uuid7());
    past.happened(
        new ApiKeyIssued(
            id, ADA, KeyKind.API_KEY, "its", chosen.hash(disguised), Optional.empty(), NOON));

    assertThat(chosen.find(disguised.reveal())).isEmpty();
  }
}
