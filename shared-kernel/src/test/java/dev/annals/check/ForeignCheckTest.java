package dev.annals.check;

import static dev.annals.check.IssuedTokens.ADA;
import static dev.annals.check.IssuedTokens.FAMILY;
import static dev.annals.check.IssuedTokens.FOREIGN;
import static dev.annals.check.IssuedTokens.INACTIVE;
import static dev.annals.check.IssuedTokens.JTI;
import static dev.annals.check.IssuedTokens.NOON;
import static dev.annals.check.IssuedTokens.ONE;
import static dev.annals.check.IssuedTokens.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.account.AccountEvent.AllSessionsRevoked;
import dev.annals.session.Family;
import dev.annals.session.ForeignGrant;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.TokenUse;
import dev.annals.token.SigningKeyEvent.SigningKeyRetired;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tokens of the foreign families. */
class ForeignCheckTest {
  private final IssuedTokens here = new IssuedTokens();

  @Test
  void a_foreign_token_is_good_to_the_byte_and_can_be_made_again() {
    var token = here.foreignToken();

    assertThat(here.introspection.of(token))
        .containsEntry("active", true)
        .containsEntry("client_id", "datarhei")
        .containsEntry("jti", FOREIGN.toString());
    assertThat(here.introspection.of(here.shared.sign("{\"jti\": \"" + FOREIGN + "\"}")))
        .isEqualTo(INACTIVE);
    var issued = here.foreignCheck.authentic(token).orElseThrow();
    assertThat(here.foreign.token(issued.grant())).contains(token);
    here.past.happened(new AllSessionsRevoked(ADA, NOON));
    assertThat(here.introspection.of(token)).isEqualTo(INACTIVE);
    assertThat(here.foreignCheck.remember(FAMILY, TokenUse.ACCESS, token)).isPresent();
    assertThat(here.foreignCheck.remember(FAMILY, TokenUse.REFRESH, token)).isEmpty();
  }

  @Test
  void a_family_believes_its_own_keys_and_tokens_of_the_wanted_use() {
    var token = here.foreignToken();

    assertThat(
            here.foreignCheck.good(FAMILY, TokenUse.ACCESS, token).map(ForeignCheck.Good::person))
        .contains(new Bearer.Person(ADA, Set.of(), SESSION, FOREIGN, false));
    assertThat(here.foreignCheck.good(FAMILY, TokenUse.REFRESH, token)).isEmpty();
    assertThat(here.foreignCheck.good(new Family("databrain"), TokenUse.ACCESS, token)).isEmpty();
    assertThat(here.sharedKeys.active(FAMILY).kid()).isEqualTo(here.shared.kid());
    here.past.happened(new SigningKeyRetired(here.shared.kid(), NOON, NOON));
    assertThat(here.foreignCheck.good(token)).isEmpty();
    assertThatThrownBy(() -> here.sharedKeys.active(FAMILY)).hasMessageContaining("no key for");
  }

  @Test
  void a_foreign_token_is_not_remembered_when_its_time_is_over() {
    var token = here.foreignToken();
    var later =
        new ForeignCheck(here.past, here.sharedKeys, here.foreign, InstantSource.fixed(ONE));

    assertThat(later.remember(FAMILY, TokenUse.ACCESS, token)).isEmpty();
    assertThat(later.good(token)).isEmpty();
  }

  @Test
  void only_a_token_to_come_in_with_tells_roles() {
    var token = here.foreignToken();
    assertThat(here.introspection.of(token)).containsEntry("roles", List.of());

    var payload = "{\"jti\":\"" + JTI + "\"}";
    var next = here.shared.sign(payload);
    var grant =
        new ForeignGrant(
            JTI,
            here.shared.kid(),
            TokenUse.REFRESH,
            NOON,
            ONE,
            here.foreign.seal(ADA, payload),
            here.foreign.hash(next));
    here.past.happened(new ForeignTokensIssued(SESSION, ADA, List.of(grant), NOON));
    assertThat(here.introspection.of(next))
        .containsEntry("active", true)
        .doesNotContainKeys("roles", "token_type");
  }
}
