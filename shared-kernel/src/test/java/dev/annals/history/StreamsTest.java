package dev.annals.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountId;
import dev.annals.client.ApiKey;
import dev.annals.client.ApiKeyEvent.ApiKeyIssued;
import dev.annals.client.ApiKeyId;
import dev.annals.client.KeyKind;
import dev.annals.crypto.KeyId;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.SecretHash;
import dev.annals.history.TokenOrigin.Issued;
import dev.annals.installation.InstallationEvent.AdministratorAppointed;
import dev.annals.installation.InstallationEvent.InstallationFounded;
import dev.annals.installation.InstallationId;
import dev.annals.session.ForeignGrant;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionId;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StreamsTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final AccountId ADA = new AccountId(new UUID(1, 1));
  private static final SessionId SESSION = new SessionId(new UUID(2, 2));
  private static final ApiKeyId KEY = new ApiKeyId(new UUID(3, 3));
  private static final TokenId JTI = new TokenId(new UUID(4, 4));
  private static final Sealed SEALED = new Sealed("kek/AAAA");

  private static ForeignGrant grant(TokenId jti) {
    return new ForeignGrant(
        jti,
        new KeyId("k"),
        TokenUse.ACCESS,
        NOON,
        NOON.plusSeconds(60),
        SEALED,
        SecretHash.of("token"));
  }

  @Test
  void each_state_rests_on_the_facts_that_carry_its_name() {
    assertThat(ApiKeys.STREAM.facts().apply(KEY)).containsExactly(Facts.tagged("api-key:" + KEY));
    assertThat(ApiKeys.heldBy(ADA))
        .isEqualTo(new Facts("holder:" + ADA, Set.of(ApiKeyIssued.class)));
    assertThat(KeyRings.STREAM.facts().apply(KeyRings.Id.ALL))
        .containsExactly(Facts.tagged("signing-keys:all"));
    assertThat(TokenOrigin.STREAM.facts().apply(JTI)).containsExactly(Facts.tagged("token:" + JTI));
    assertThat(Installation.STREAM.facts().apply(Installation.Id.THIS))
        .containsExactly(Facts.tagged("installation:annals"));
    assertThat(Sessions.beginning(SESSION))
        .isEqualTo(new Facts("session:" + SESSION, Set.of(SessionStarted.class)));
  }

  @Test
  void a_key_begins_unknown_and_is_what_was_issued() {
    var hash = SecretHash.of("secret");
    var issued =
        new ApiKeyIssued(KEY, ADA, KeyKind.API_KEY, "gateway", hash, Optional.empty(), NOON);

    assertThat(Past.told(ApiKeys.STREAM, KEY)).isEqualTo(new ApiKey.Unknown());
    assertThat(Past.told(ApiKeys.STREAM, KEY, issued).accepts(hash, NOON)).isTrue();
  }

  @Test
  void a_foreign_token_leads_to_its_session_and_to_what_was_issued_with_its_own_id() {
    var other = new TokenId(new UUID(4, 5));
    var both = new ForeignTokensIssued(SESSION, ADA, List.of(grant(other), grant(JTI)), NOON);

    assertThat(Past.told(TokenOrigin.STREAM, JTI).issued()).isEmpty();
    assertThat(Past.told(TokenOrigin.STREAM, JTI, both).issued())
        .contains(new Issued(new Sessions.Ref(SESSION, ADA), grant(JTI)));
    assertThat(Past.told(TokenOrigin.STREAM, new TokenId(new UUID(4, 6)), both).issued()).isEmpty();
  }

  @Test
  void an_installation_is_founded_and_its_administrator_appointed_once() {
    var founded = new InstallationFounded(new InstallationId(new UUID(5, 5)), SEALED, NOON);
    var appointed = new AdministratorAppointed(ADA, NOON);

    assertThat(Past.told(Installation.STREAM, Installation.Id.THIS).founded()).isEmpty();
    assertThat(Past.told(Installation.STREAM, Installation.Id.THIS, founded, appointed))
        .isEqualTo(new Installation(Optional.of(founded), List.of(), Optional.of(appointed)));
  }
}
