package dev.annals.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountEnabled;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountEvent.AccountUnlocked;
import dev.annals.account.AccountEvent.AllSessionsRevoked;
import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.AccountEvent.RoleRevoked;
import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.account.Role;
import dev.annals.crypto.Sealed;
import dev.annals.event.Event;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HoldersTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final AccountId ADA = new AccountId(new UUID(1, 1));
  private static final LoginIndex ADAS = new LoginIndex("A".repeat(43));
  private static final AccountRegistered REGISTERED =
      new AccountRegistered(ADA, ADAS, new Sealed("kek/AAAA"), Optional.empty(), NOON);

  private static Optional<Rights> after(Event... events) {
    return Past.told(Holders.STREAM, ADA, events);
  }

  private static boolean usable(Event... events) {
    return after(events).orElseThrow().areUsable();
  }

  @Test
  void nobody_holds_a_key_before_being_registered_or_after_being_erased() {
    assertThat(after()).isEmpty();
    assertThat(after(new RoleGranted(ADA, Role.ADMIN, NOON))).isEmpty();
    assertThat(after(REGISTERED)).contains(new Rights(Set.of(), false, false));
    assertThat(after(REGISTERED, new AccountErased(ADA, ADAS, NOON))).isEmpty();
  }

  @Test
  void roles_come_and_go() {
    var granted = new RoleGranted(ADA, Role.ADMIN, NOON);
    assertThat(after(REGISTERED, granted).orElseThrow().roles()).containsExactly(Role.ADMIN);
    assertThat(after(REGISTERED, granted, new RoleRevoked(ADA, Role.ADMIN, NOON)))
        .contains(Rights.FIRST);
  }

  @Test
  void an_account_is_usable_unless_locked_or_disabled() {
    var locked = new AccountLocked(ADA, NOON);
    var disabled = new AccountDisabled(ADA, NOON);
    assertThat(usable(REGISTERED, new AllSessionsRevoked(ADA, NOON))).isTrue();
    assertThat(usable(REGISTERED, locked)).isFalse();
    assertThat(usable(REGISTERED, disabled)).isFalse();
    assertThat(usable(REGISTERED, locked, disabled, new AccountUnlocked(ADA, NOON))).isFalse();
    assertThat(usable(REGISTERED, locked, disabled, new AccountEnabled(ADA, NOON))).isFalse();
    assertThat(
            usable(
                REGISTERED,
                locked,
                disabled,
                new AccountEnabled(ADA, NOON),
                new AccountUnlocked(ADA, NOON)))
        .isTrue();
  }

  @Test
  void wrong_passwords_are_not_even_read() {
    var facts = Holders.STREAM.facts().apply(ADA).getFirst();

    assertThat(facts.tag()).isEqualTo("account:" + ADA);
    assertThat(facts.kinds()).contains(AccountLocked.class, RoleGranted.class).hasSize(10);
  }
}
