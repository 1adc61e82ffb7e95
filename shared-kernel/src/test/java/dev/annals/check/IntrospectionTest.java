package dev.annals.check;

import static dev.annals.check.IssuedTokens.ADA;
import static dev.annals.check.IssuedTokens.INACTIVE;
import static dev.annals.check.IssuedTokens.JTI;
import static dev.annals.check.IssuedTokens.NOON;
import static dev.annals.check.IssuedTokens.ONE;
import static dev.annals.check.IssuedTokens.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountEvent.RoleRevoked;
import dev.annals.account.Role;
import dev.annals.session.AccessGrant;
import dev.annals.session.EndReason;
import dev.annals.session.SessionEvent.AccessTokenRevoked;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.token.SigningKeyEvent.SigningKeyRetired;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IntrospectionTest {
  private final IssuedTokens here = new IssuedTokens();

  @Test
  void an_access_token_is_good_with_the_roles_of_now() {
    var token = here.accessToken(AccessGrant.FULL_SCOPE);
    here.past.happened(
        new RoleGranted(ADA, Role.ADMIN, NOON), new RoleGranted(ADA, Role.AUDITOR, NOON));
    here.past.happened(new RoleRevoked(ADA, Role.ADMIN, NOON));

    assertThat(here.introspection.of(token))
        .containsEntry("active", true)
        .containsEntry("sub", ADA.toString())
        .containsEntry("jti", JTI.toString())
        .containsEntry("sid", SESSION.toString())
        .containsEntry("exp", ONE.getEpochSecond())
        .containsEntry("roles", List.of("auditor"));
    assertThat(here.check.recognise(token))
        .contains(new Bearer.Person(ADA, Set.of(Role.AUDITOR), SESSION, JTI, false));
  }

  @Test
  void a_token_that_may_only_change_the_password_says_so() {
    assertThat(here.check.recognise(here.accessToken(AccessGrant.RESTRICTED_SCOPE)))
        .contains(new Bearer.Person(ADA, Set.of(), SESSION, JTI, true));
  }

  @Test
  void a_token_is_not_good_once_it_or_its_session_is_over_but_is_remembered() {
    var token = here.accessToken(AccessGrant.FULL_SCOPE);
    here.past.happened(new AccessTokenRevoked(SESSION, ADA, JTI, NOON));

    assertThat(here.introspection.of(token)).isEqualTo(INACTIVE);
    assertThat(here.check.recognise(token)).isEmpty();
    assertThat(here.check.remember(token))
        .contains(new Bearer.Person(ADA, Set.of(), SESSION, JTI, true));
  }

  @Test
  void a_refresh_token_is_good_while_its_session_lives() {
    var token = here.refresh.mint(SESSION, ADA, 0).reveal();
    var _ = here.signedIn(AccessGrant.FULL_SCOPE, token);
    var older = here.refresh.mint(SESSION, ADA, 0).reveal();

    assertThat(here.introspection.of(token))
        .containsEntry("active", true)
        .containsEntry("sub", "" + ADA);
    assertThat(here.introspection.of(older)).isEqualTo(INACTIVE);
    here.past.happened(new SessionEnded(SESSION, ADA, EndReason.SIGNED_OUT, NOON));
    assertThat(here.introspection.of(token)).isEqualTo(INACTIVE);
  }

  @Test
  void a_token_that_was_good_before_is_good_as_long_as_its_key_is_believed() {
    var issued = here.signedIn(AccessGrant.FULL_SCOPE, here.refresh.mint(SESSION, ADA, 0).reveal());
    var token = here.keys.accessToken(issued);

    assertThat(here.check.authentic(token)).isPresent();
    assertThat(here.check.authentic(token)).isEqualTo(here.check.authentic(token));
    assertThat(here.check.authentic(token.substring(1))).isEmpty();
    here.past.happened(new SigningKeyRetired(here.key.kid(), NOON, NOON));
    assertThat(here.check.authentic(token)).isEmpty();
  }

  @Test
  void a_retired_key_still_signs_the_same_bytes_again() {
    var issued = here.signedIn(AccessGrant.FULL_SCOPE, here.refresh.mint(SESSION, ADA, 0).reveal());
    var token = here.keys.accessToken(issued);
    here.past.happened(new SigningKeyRetired(here.key.kid(), NOON, NOON));

    assertThat(here.introspection.of(token)).isEqualTo(INACTIVE);
    assertThat(new SigningKeys(here.past, here.sealing).accessToken(issued)).isEqualTo(token);
  }

  @Test
  void the_key_that_signs_is_published_and_the_retired_one_for_a_while() {
    assertThat(here.keys.active().kid()).isEqualTo(here.key.kid());
    assertThat(here.keys.published(NOON)).hasSize(1);
    here.past.happened(new SigningKeyRetired(here.key.kid(), ONE, NOON));

    assertThat(here.keys.published(NOON)).hasSize(1);
    assertThat(here.keys.published(ONE)).isEmpty();
    assertThatThrownBy(here.keys::active).hasMessage("no signing key");
  }
}
