package dev.annals.query.whatif;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountUnlocked;
import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.credential.CredentialEvent.OneTimePasswordUsed;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.credential.CredentialEvent.WrongPasswordsForgiven;
import dev.annals.crypto.Sealed;
import dev.annals.event.Circumstances;
import dev.annals.event.Envelope;
import dev.annals.event.Event;
import dev.annals.session.Family;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.RefusalsCounted;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.SignInRefused;
import dev.annals.session.SessionId;
import dev.annals.session.SignInMethod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A history written by hand, one line an event. Times are seconds after noon. */
final class Past {
  static final Instant NOON = Instant.parse("2026-07-30T12:00:00Z");
  static final AccountId ADA = account(1);
  static final AccountId BOB = account(2);
  private static final LoginIndex LOGIN = new LoginIndex("A".repeat(43));

  private final List<Envelope> events = new ArrayList<>();

  static AccountId account(long number) {
    return new AccountId(new UUID(7L << 12, 0x8000_0000_0000_0000L | number));
  }

  static Instant at(long second) {
    return NOON.plusSeconds(second);
  }

  @CanIgnoreReturnValue
  Past wrong(AccountId account, long second, int consecutive) {
    return add(new PasswordRejected(account, consecutive, Optional.empty(), at(second)));
  }

  @CanIgnoreReturnValue
  Past wrong(AccountId account, long second, int consecutive, long until) {
    return add(new PasswordRejected(account, consecutive, Optional.of(at(until)), at(second)));
  }

  @CanIgnoreReturnValue
  Past right(AccountId account, long second) {
    return begun(account, second, SignInMethod.PASSWORD);
  }

  @CanIgnoreReturnValue
  Past rightAtLast(AccountId account, long second) {
    return add(new WrongPasswordsForgiven(account, at(second))).right(account, second);
  }

  @CanIgnoreReturnValue
  Past federated(AccountId account, long second) {
    return begun(account, second, SignInMethod.FEDERATED);
  }

  @CanIgnoreReturnValue
  private Past begun(AccountId account, long second, SignInMethod method) {
    var session = session();
    return add(
        new SessionStarted(
            session, account, Family.ANNALS, method, at(second + 3600), false, at(second)));
  }

  @CanIgnoreReturnValue
  Past refused(AccountId account, long second, RefusalReason reason) {
    return add(new SignInRefused(Optional.of(account), LOGIN, reason, at(second)));
  }

  @CanIgnoreReturnValue
  Past changed(AccountId account, long second) {
    var verifier = new Sealed(account.dataKey() + "/AAAA");
    return add(new PasswordChanged(account, session(), verifier, at(second)));
  }

  @CanIgnoreReturnValue
  Past reset(AccountId account, long second, long goodUntil) {
    var verifier = new Sealed(account.dataKey() + "/AAAA");
    return add(new PasswordReset(account, verifier, at(goodUntil), at(second)));
  }

  @CanIgnoreReturnValue
  Past oneTimeUsed(AccountId account, long second) {
    return add(new OneTimePasswordUsed(account, session(), at(second))).right(account, second);
  }

  @CanIgnoreReturnValue
  Past locked(AccountId account, long second) {
    return add(new AccountLocked(account, at(second)));
  }

  @CanIgnoreReturnValue
  Past unlocked(AccountId account, long second) {
    return add(new AccountUnlocked(account, at(second)));
  }

  @CanIgnoreReturnValue
  Past counted(RefusalReason reason, long count, long second) {
    return add(new RefusalsCounted(reason, count, at(second - 60), at(second)));
  }

  @CanIgnoreReturnValue
  Past add(Event event) {
    events.add(
        new Envelope(events.size() + 1L, new UUID(0, events.size()), Circumstances.SYSTEM, event));
    return this;
  }

  private SessionId session() {
    return new SessionId(new UUID(1, events.size()));
  }

  long head() {
    return events.size();
  }

  List<Envelope> events() {
    return events;
  }
}
