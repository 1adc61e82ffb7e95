package dev.annals.command.gate;

import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.check.ChosenSecrets;
import dev.annals.command.credential.Attempt;
import dev.annals.command.credential.NoteNoPassword;
import dev.annals.command.decision.Command;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Decision.Accepted;
import dev.annals.command.desk.Ask;
import dev.annals.command.desk.Desk;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Reply;
import dev.annals.command.gate.PasswordProofs.Compared;
import dev.annals.command.login.NoteUnknownLogin;
import dev.annals.command.password.Password;
import dev.annals.command.session.Beginning;
import dev.annals.command.session.KeyedAccount;
import dev.annals.command.session.SignIn;
import dev.annals.command.session.SignInWithPrivateToken;
import dev.annals.credential.WaitPolicy;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealed;
import dev.annals.history.Histories;
import dev.annals.session.RefusalReason;
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
  private final ChosenSecrets chosen;
  private final Histories histories;
  private final Randomness randomness;
  private final InstantSource clock;

  /** What it takes to sign in. */
  public record Parts(
      Door door,
      Logins logins,
      PasswordProofs proofs,
      WaitPolicy policy,
      Desk desk,
      ChosenSecrets chosen,
      Histories histories,
      Randomness randomness,
      InstantSource clock) {}

  public PasswordSignIn(Parts parts) {
    this.door = parts.door();
    this.logins = parts.logins();
    this.proofs = parts.proofs();
    this.policy = parts.policy();
    this.desk = parts.desk();
    this.chosen = parts.chosen();
    this.histories = parts.histories();
    this.randomness = parts.randomness();
    this.clock = parts.clock();
  }

  /**
   * Who says they are who.
   *
   * @param login as it was typed; one that nobody can have is as unknown as any other
   * @param privateToken what was shown along with the password, where the family asks for that
   */
  public record Claim(String login, Password password, Optional<String> privateToken) {
    public Claim(String login, Password password) {
      this(login, password, Optional.empty());
    }

    @Override
    public String toString() {
      return "Claim[…]";
    }
  }

  /** Signs in; what {@code issuer} drafts is what is answered. */
  public Reply signIn(Exchange exchange, Claim claim, Issuer issuer) {
    return door.through(exchange.address(), () -> attempt(exchange, claim, issuer));
  }

  private Reply attempt(Exchange exchange, Claim claim, Issuer issuer) {
    var index = logins.index(claim.login());
    var account = logins.holder(index);
    var asked = exchange.within(index.toString());
    var known = account.map(asked::about).orElse(asked);
    var found = new Found(index, account);
    return desk.serve(known, () -> ask(known, found, claim, issuer));
  }

  private record Found(LoginIndex login, Optional<AccountId> account) {}

  private Ask ask(Exchange exchange, Found found, Claim claim, Issuer issuer) {
    var compared = proofs.compare(found.account(), claim.password());
    if (compared.isEmpty() || found.account().isEmpty()) {
      door.note(RefusalReason.UNKNOWN_LOGIN, exchange.address());
      return new Ask(refused(found), Desk.problems(exchange, _ -> Reply.noContent()));
    }
    return known(exchange, found.account().get(), new Typed(claim, compared.get()), issuer);
  }

  private record Typed(Claim claim, Compared compared) {}

  /** No such login, or an account that has no password: whoever asks is told the same. */
  private Command<?, ?> refused(Found found) {
    return found.account().isPresent()
        ? new NoteNoPassword(found.account().get(), clock.instant())
        : new NoteUnknownLogin(found.login(), clock.instant());
  }

  private Ask known(Exchange exchange, AccountId account, Typed typed, Issuer issuer) {
    var now = clock.instant();
    var session = new SessionId(randomness.uuid7());
    var draft = issuer.draft(session, account, typed.compared().account(), now);
    var attempt = new Attempt(account, typed.compared().proof(), policy, now);
    var beginning =
        new Beginning(session, exchange.family(), method(typed.claim()), draft.issuance());
    var plain = new SignIn(attempt, beginning, Optional.empty());
    var foreseen = foreseen(plain, typed);
    door.foresee(foreseen, exchange.address());
    // Only a sign-in that succeeds pays for a second hashing, or its time would tell a right
    // password where it must not be told.
    var signIn =
        foreseen instanceof Accepted
            ? new SignIn(attempt, beginning, rehashed(account, typed))
            : plain;
    return new Ask(command(signIn, typed.claim()), Desk.problems(exchange, draft.answer()));
  }

  private Optional<Sealed> rehashed(AccountId account, Typed typed) {
    return proofs.rehashed(account, typed.compared(), typed.claim().password());
  }

  private static SignInMethod method(Claim claim) {
    return claim.privateToken().isPresent()
        ? SignInMethod.PASSWORD_AND_PRIVATE_TOKEN
        : SignInMethod.PASSWORD;
  }

  private Command<?, ?> command(SignIn signIn, Claim claim) {
    return claim.privateToken().isPresent() ? withToken(signIn, claim) : signIn;
  }

  private SignInWithPrivateToken withToken(SignIn signIn, Claim claim) {
    return new SignInWithPrivateToken(signIn, claim.privateToken().flatMap(chosen::hashOf));
  }

  private Decision foreseen(SignIn plain, Typed typed) {
    if (typed.claim().privateToken().isEmpty()) {
      return plain.decide(typed.compared().account());
    }
    var command = withToken(plain, typed.claim());
    return command.decide(histories.current(KeyedAccount.STREAM, command.target()));
  }
}
