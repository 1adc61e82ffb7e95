package dev.annals.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AllSessionsRevoked;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountEvent.RoleRevoked;
import dev.annals.account.AccountId;
import dev.annals.account.Role;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.credential.CredentialEvent.PasswordSet;
import dev.annals.history.Sessions.Ref;
import dev.annals.session.Family;
import dev.annals.session.SessionId;
import dev.annals.session.TokenId;
import dev.annals.session.TokenUse;
import dev.annals.token.Standing;
import dev.annals.token.Standing.Live;
import dev.annals.token.Standing.LiveToken;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final AccountId ADA = new AccountId(new UUID(1, 1));
  private static final SessionId SESSION = new SessionId(new UUID(2, 2));
  private static final Ref REF = new Ref(SESSION, ADA);

  @Test
  void a_session_rests_on_its_own_events_and_on_those_of_the_account_that_matter_to_it() {
    assertThat(Sessions.STREAM.facts().apply(REF))
        .containsExactly(
            Facts.tagged("session:" + SESSION),
            new Facts(
                "account:" + ADA,
                Set.of(
                    RoleGranted.class,
                    RoleRevoked.class,
                    AccountLocked.class,
                    AccountDisabled.class,
                    AccountErased.class,
                    AllSessionsRevoked.class,
                    PasswordChanged.class,
                    PasswordReset.class)));
  }

  @Test
  void a_sign_in_that_fails_elsewhere_changes_no_session() {
    var account = Sessions.STREAM.facts().apply(REF).getLast();

    assertThat(account.kinds()).doesNotContain(PasswordSet.class);
  }

  @Test
  void sessions_are_found_by_their_id_and_by_who_holds_them() {
    assertThat(Sessions.of(SESSION)).isEqualTo(Facts.tagged("session:" + SESSION));
    assertThat(Sessions.heldBy(ADA)).isEqualTo(Facts.tagged("holder:" + ADA));
  }

  @Test
  void roles_are_known_though_nothing_was_heard_of_the_session_yet() {
    var granted = new RoleGranted(ADA, Role.ADMIN, NOON);

    assertThat(Past.told(Sessions.STREAM, REF, granted))
        .isEqualTo(new Session(new Standing.Unknown(), Set.of(Role.ADMIN)));
    assertThat(Past.told(Sessions.STREAM, REF, granted, new RoleRevoked(ADA, Role.ADMIN, NOON)))
        .isEqualTo(Session.NOTHING);
  }

  private static Session holding(int tokens) {
    var token = new LiveToken(new TokenId(new UUID(3, 3)), TokenUse.ACCESS, NOON);
    var all = Collections.nCopies(tokens, token);
    var live = new Live(SESSION, ADA, Family.ANNALS, NOON, NOON, false, all, Optional.empty());
    return new Session(live, Set.of());
  }

  @Test
  void a_session_takes_the_more_room_the_more_tokens_of_it_are_good() {
    assertThat(Session.NOTHING.bulk()).isEqualTo(1);
    assertThat(holding(3).bulk()).isEqualTo(1);
    assertThat(holding(Standing.MOST_TOKENS).bulk()).isEqualTo(9);
  }
}
