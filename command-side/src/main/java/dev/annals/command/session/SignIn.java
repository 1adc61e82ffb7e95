package dev.annals.command.session;

import dev.annals.account.AccountId;
import dev.annals.command.account.Account;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.account.Credential;
import dev.annals.command.credential.Attempt;
import dev.annals.command.decision.Command;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Decision.Accepted;
import dev.annals.command.decision.Refusal;
import dev.annals.credential.CredentialEvent.OneTimePasswordUsed;
import dev.annals.credential.CredentialEvent.PasswordRehashed;
import dev.annals.credential.CredentialEvent.WrongPasswordsForgiven;
import dev.annals.crypto.Sealed;
import dev.annals.event.Event;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.SignInRefused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Begins a session for whoever knows the password.
 *
 * @param rehashed the same password under today's parameters, if the stored verifier is of older
 *     ones
 */
public record SignIn(Attempt attempt, Beginning beginning, Optional<Sealed> rehashed)
    implements Command<AccountId, Account> {
  @Override
  public AccountId target() {
    return attempt.account();
  }

  @Override
  public Decision decide(Account account) {
    return account instanceof Registered known && known.credential().isPresent()
        ? judge(known, known.credential().get())
        : Decision.refuse(Refusal.MOVED);
  }

  private Decision judge(Registered account, Credential credential) {
    if (attempt.isStale(credential)) {
      return Decision.refuse(Refusal.MOVED);
    }
    if (credential.isWaiting(at())) {
      return refuse(account, RefusalReason.WAITING);
    }
    if (account.locked()) {
      return refuse(account, RefusalReason.LOCKED);
    }
    if (account.disabled()) {
      return refuse(account, RefusalReason.DISABLED);
    }
    return attempt.proof().matches()
        ? matched(account, credential)
        : Decision.refuse(Refusal.SIGN_IN_REFUSED, attempt.rejected(credential));
  }

  private Decision matched(Registered account, Credential credential) {
    var oneTime = credential.oneTime();
    if (oneTime.isPresent() && oneTime.get().usedBy().isPresent()) {
      return refuse(account, RefusalReason.ONE_TIME_PASSWORD_USED);
    }
    if (oneTime.isPresent() && !at().isBefore(oneTime.get().goodUntil())) {
      return refuse(account, RefusalReason.ONE_TIME_PASSWORD_EXPIRED);
    }
    return oneTime.isPresent() && !beginning.issuance().letsChangePassword()
        ? refuse(account, RefusalReason.PASSWORD_CHANGE_REQUIRED)
        : begin(account, credential);
  }

  private Decision begin(Registered account, Credential credential) {
    boolean restricted = credential.oneTime().isPresent();
    var events = new ArrayList<Event>();
    if (credential.wrongOnes() > 0) {
      events.add(new WrongPasswordsForgiven(target(), at()));
    }
    rehashed.ifPresent(verifier -> events.add(new PasswordRehashed(target(), verifier, at())));
    if (restricted) {
      events.add(new OneTimePasswordUsed(target(), beginning.session(), at()));
    }
    events.addAll(beginning.events(target(), account.roles(), restricted, at()));
    return new Accepted(events);
  }

  private Decision refuse(Registered account, RefusalReason reason) {
    var login = account.profile().loginIndex();
    return Decision.refuse(
        Refusal.SIGN_IN_REFUSED, new SignInRefused(Optional.of(target()), login, reason, at()));
  }

  private Instant at() {
    return attempt.at();
  }
}
