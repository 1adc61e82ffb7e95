package dev.annals.query.whatif;

import dev.annals.account.AccountEvent;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountId;
import dev.annals.credential.CredentialEvent;
import dev.annals.credential.CredentialEvent.OneTimePasswordUsed;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordRehashed;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.credential.CredentialEvent.PasswordSet;
import dev.annals.credential.CredentialEvent.WrongPasswordsForgiven;
import dev.annals.credential.WaitPolicy;
import dev.annals.event.Envelope;
import dev.annals.query.whatif.Affected.Fate;
import dev.annals.query.whatif.Affected.Look;
import dev.annals.query.whatif.Affected.Was;
import dev.annals.session.Family;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent;
import dev.annals.session.SessionEvent.AccessTokenRevoked;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.RefreshTokenReused;
import dev.annals.session.SessionEvent.RefusalsCounted;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.SignInRefused;
import dev.annals.session.SessionEvent.StrangerRefused;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.SessionId;
import dev.annals.session.SignInMethod;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would have become of the attempts that were made, had another policy been in force from a
 * position on. Everybody tries what they tried, when they tried it. Remembers only accounts of
 * which there is something to remember, and of each the same few values however long the history.
 */
final class WhatIf {
  private final WaitPolicy policy;
  private final long from;
  private final Page page;
  private final Tally tally = new Tally();
  private final Map<RefusalReason, Long> counted = new EnumMap<>(RefusalReason.class);
  private final Map<AccountId, Watched> accounts = new HashMap<>();

  /**
   * @param from the first position that is judged; what was before is as it was
   */
  WhatIf(WaitPolicy policy, long from, Page page) {
    this.policy = policy;
    this.from = from;
    this.page = page;
  }

  /** The next event of the log, in order; those that say nothing about sign-ins may be left out. */
  void add(Envelope envelope) {
    switch (envelope.event()) {
      case AccountEvent e -> account(e);
      case CredentialEvent e when envelope.position() < from ->
          put(e.account(), of(e.account()).evolve(e));
      case CredentialEvent e -> password(e, envelope);
      case SessionEvent e when envelope.position() >= from -> session(e, envelope);
      default -> {}
    }
  }

  private void session(SessionEvent event, Envelope envelope) {
    switch (event) {
      case SessionStarted e when e.method() != SignInMethod.FEDERATED ->
          right(e.account(), new Step(envelope, Was.SIGNED_IN, e.session()));
      case SignInRefused e ->
          e.account().ifPresent(account -> refused(account, e.reason(), envelope));
      case RefusalsCounted e -> {
        long _ = counted.merge(e.reason(), e.count(), Long::sum);
      }
      case SessionStarted _,
          TokensIssued _,
          ForeignTokensIssued _,
          RefreshTokenReused _,
          AccessTokenRevoked _,
          SessionEnded _,
          StrangerRefused _ -> {}
    }
  }

  private record Step(Envelope envelope, Was was, @Nullable SessionId session) {}

  private void account(AccountEvent event) {
    put(event.account(), of(event.account()).evolve(event));
    if (event instanceof AccountErased) {
      forget(event.account());
    }
  }

  private void password(CredentialEvent event, Envelope envelope) {
    var account = event.account();
    switch (event) {
      case PasswordRejected _ -> wrong(account, envelope);
      case PasswordChanged e -> changed(e, envelope);
      case PasswordSet _, PasswordReset _ -> {
        put(account, of(account).evolve(event));
        forget(account);
      }
      case OneTimePasswordUsed _ -> put(account, of(account).evolve(event));
      // Follows from the sign-in itself, under whatever policy.
      case WrongPasswordsForgiven _, PasswordRehashed _ -> {}
    }
  }

  private void wrong(AccountId account, Envelope envelope) {
    var at = envelope.event().at();
    looked(account, Look.WRONG);
    tally.wrong(of(account).wrongs().wait(at));
    tried(account, Effect.COUNTS, envelope);
  }

  /** Who could not have changed the password keeps the count; the password counts as changed. */
  private void changed(PasswordChanged event, Envelope envelope) {
    var account = event.account();
    right(account, new Step(envelope, Was.PASSWORD_CHANGED, event.session()));
    var wrongs = of(account).wrongs();
    put(account, of(account).evolve(event).with(wrongs));
  }

  private void right(AccountId account, Step step) {
    looked(account, Look.RIGHT);
    tally.tried(step.was());
    var wait = of(account).wrongs().wait(step.envelope().event().at());
    if (wait != Certainty.NO) {
      affected(account, step, Fate.REFUSED, wait == Certainty.YES);
    }
    tried(account, Effect.FORGIVES, step.envelope());
  }

  private void refused(AccountId account, RefusalReason reason, Envelope envelope) {
    switch (reason) {
      case WAITING -> waited(account, envelope);
      // The password was right; another rule said no, as it would have under any policy.
      case ONE_TIME_PASSWORD_USED,
          ONE_TIME_PASSWORD_EXPIRED,
          PASSWORD_CHANGE_REQUIRED,
          WRONG_PRIVATE_TOKEN ->
          looked(account, Look.RIGHT);
      // Neither was the password compared nor does the policy have a say.
      case LOCKED,
          DISABLED,
          NO_PASSWORD,
          UNKNOWN_LOGIN,
          WRONG_PASSWORD,
          THROTTLED,
          FEDERATED_TOKEN_REJECTED,
          SUBJECT_UNKNOWN -> {}
    }
  }

  private void waited(AccountId account, Envelope envelope) {
    tally.tried(Was.REFUSED_WAITING);
    var at = envelope.event().at();
    var watched = of(account);
    var wait = watched.wrongs().wait(at);
    if (wait == Certainty.YES) {
      return;
    }
    if (watched.isClosed()) {
      tally.refusedOtherwise();
      return;
    }
    var effect = watched.unknown(new Family(envelope.circumstances().family()), at);
    if (effect == Effect.COUNTS_OR_NOT) {
      tally.refusedOtherwise();
    } else {
      var step = new Step(envelope, Was.REFUSED_WAITING, null);
      affected(account, step, Fate.LOOKED_AT, wait == Certainty.NO);
    }
    tried(account, effect, envelope);
  }

  private void affected(AccountId account, Step step, Fate fate, boolean certain) {
    var event = step.envelope().event();
    var row =
        new Affected(
            step.envelope().position(),
            event.at(),
            account,
            step.session(),
            step.was(),
            fate,
            certain,
            fate == Fate.REFUSED ? of(account).wrongs().latest() : null,
            null);
    tally.affected(row);
    page.add(row);
  }

  private void tried(AccountId account, Effect effect, Envelope envelope) {
    var watched = of(account);
    put(account, watched.with(watched.wrongs().after(effect, policy, envelope.event().at())));
  }

  private void looked(AccountId account, Look look) {
    tally.looked(account, look);
    page.looked(account, look);
  }

  private void forget(AccountId account) {
    tally.forget(account);
    page.forget(account);
  }

  private Watched of(AccountId account) {
    return accounts.getOrDefault(account, Watched.PLAIN);
  }

  private void put(AccountId account, Watched watched) {
    if (watched.isPlain()) {
      accounts.remove(account);
    } else {
      accounts.put(account, watched);
    }
  }

  Counts counts() {
    return tally.counts();
  }

  /** Refusals that the log tells only as a number, without accounts. */
  Map<RefusalReason, Long> countedOnly() {
    return counted;
  }

  int remembered() {
    return accounts.size();
  }
}
