package dev.annals.command.gate;

import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.command.credential.Attempt;
import dev.annals.command.credential.WaitPolicy;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Decision.Accepted;
import dev.annals.command.decision.Decision.Refused;
import dev.annals.command.desk.Ask;
import dev.annals.command.desk.Desk;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Reply;
import dev.annals.command.gate.PasswordProofs.Compared;
import dev.annals.command.login.NoteUnknownLogin;
import dev.annals.command.password.Password;
import dev.annals.command.session.Beginning;
import dev.annals.command.session.SignIn;
import dev.annals.crypto.Randomness;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.SignInRefused;
import dev.annals.session.SessionId;
import dev.annals.session.SignInMethod;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Signs somebody in by login and password. Whether the login is unknown, the password wrong or the
 * account closed: the same work, the same answer; only the log tells them apart.
 */
public final class PasswordSignIn {
  private final Door door;
  private final Logins logins;
  private final PasswordProofs proofs;
  private final WaitPolicy policy;
  private final Desk desk;
  private final Randomness randomness;
  private final InstantSource clock;

  /** What it takes to sign in. */
  public record Parts(
      Door door,
      Logins logins,
      PasswordProofs proofs,
      WaitPolicy policy,
      Desk desk,
      Randomness randomness,
      InstantSource clock) {}

  public PasswordSignIn(Parts parts) {
    this.door = parts.door();
    this.logins = parts.logins();
    this.proofs = parts.proofs();
    this.policy = parts.policy();
    this.desk = parts.desk();
    this.randomness = parts.randomness();
    this.clock = parts.clock();
  }

  /**
   * Who says they are who.
   *
   * @param login as it was typed; one that nobody can have is as unknown as any other
   */
  public record Claim(String login, Password password) {
    @Override
    public String toString() {
      return "Claim[…]";
    }
  }

  /** Signs in; what {@code issuer} drafts is what is answered. */
  public Reply signIn(Exchange exchange, Claim claim, Issuer issuer) {
    door.enter(exchange.address());
    var index = logins.index(claim.login());
    var account = logins.holder(index);
    var asked = exchange.within(index.toString());
    var known = account.map(asked::about).orElse(asked);
    var found = new Found(index, account);
    var reply = desk.serve(known, () -> ask(known, found, claim.password(), issuer));
    if (reply.status() < 400) {
      door.wasRight(exchange.address());
    }
    return reply;
  }

  private record Found(LoginIndex login, Optional<AccountId> account) {}

  private Ask ask(Exchange exchange, Found found, Password password, Issuer issuer) {
    var compared = proofs.compare(found.account(), password);
    if (compared.isEmpty() || found.account().isEmpty()) {
      door.note(RefusalReason.UNKNOWN_LOGIN, exchange.address());
      var unknown = new NoteUnknownLogin(found.login(), clock.instant());
      return new Ask(unknown, Desk.problems(exchange, _ -> Reply.noContent()));
    }
    return known(exchange, found.account().get(), new Typed(password, compared.get()), issuer);
  }

  private record Typed(Password password, Compared compared) {}

  private Ask known(Exchange exchange, AccountId account, Typed typed, Issuer issuer) {
    var now = clock.instant();
    var session = new SessionId(randomness.uuid7());
    var draft = issuer.draft(session, account, typed.compared().account(), now);
    var attempt = new Attempt(account, typed.compared().proof(), policy, now);
    var beginning =
        new Beginning(session, exchange.family(), SignInMethod.PASSWORD, draft.issuance());
    var plain = new SignIn(attempt, beginning, Optional.empty());
    var foreseen = plain.decide(typed.compared().account());
    foresee(exchange, foreseen);
    // Only a sign-in that succeeds pays for a second hashing, or its time would tell a right
    // password where it must not be told.
    var command =
        foreseen instanceof Accepted
            ? new SignIn(
                attempt, beginning, proofs.rehashed(account, typed.compared(), typed.password()))
            : plain;
    return new Ask(command, Desk.problems(exchange, draft.answer()));
  }

  /** A refusal of which there are too many is counted instead of sent. */
  private void foresee(Exchange exchange, Decision decision) {
    if (decision instanceof Refused(var _, var events)
        && events.stream().findFirst().orElse(null) instanceof SignInRefused refused) {
      door.note(refused.reason(), exchange.address());
    }
  }
}
