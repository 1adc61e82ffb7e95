package dev.annals.command.gate;

import dev.annals.account.AccountId;
import dev.annals.account.Login;
import dev.annals.account.LoginIndex;
import dev.annals.command.credential.Attempt;
import dev.annals.command.credential.NoteNoPassword;
import dev.annals.command.credential.WaitPolicy;
import dev.annals.command.decision.Command;
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
import dev.annals.command.session.SignIn;
import dev.annals.command.token.TokenMint;
import dev.annals.command.token.TokenPair;
import dev.annals.crypto.Randomness;
import dev.annals.session.Family;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.SignInRefused;
import dev.annals.session.SessionId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Signs somebody in by login and password. Whether the login is unknown, the password wrong or the
 * account closed: the same work, the same answer; only the log tells them apart.
 */
public final class PasswordSignIn {
  private final Door door;
  private final Logins logins;
  private final PasswordProofs proofs;
  private final WaitPolicy policy;
  private final TokenMint mint;
  private final Desk desk;
  private final Randomness randomness;
  private final InstantSource clock;

  /** What it takes to sign in. */
  public record Parts(
      Door door,
      Logins logins,
      PasswordProofs proofs,
      WaitPolicy policy,
      TokenMint mint,
      Desk desk,
      Randomness randomness,
      InstantSource clock) {}

  public PasswordSignIn(Parts parts) {
    this.door = parts.door();
    this.logins = parts.logins();
    this.proofs = parts.proofs();
    this.policy = parts.policy();
    this.mint = parts.mint();
    this.desk = parts.desk();
    this.randomness = parts.randomness();
    this.clock = parts.clock();
  }

  /** Who says they are who. */
  public record Claim(Login login, Password password) {}

  /**
   * Signs in.
   *
   * @param answer what a caller of this family is told about new tokens
   */
  public Reply signIn(Exchange exchange, Claim claim, Function<TokenPair, Reply> answer) {
    door.enter(exchange.address());
    var index = logins.index(claim.login());
    var account = logins.holder(index);
    var asked = exchange.within(index.toString());
    var known = account.map(asked::about).orElse(asked);
    var found = new Found(index, account);
    var reply = desk.serve(known, () -> ask(known, found, claim.password(), answer));
    if (reply.status() < 400) {
      door.wasRight(exchange.address());
    }
    return reply;
  }

  private record Found(LoginIndex login, Optional<AccountId> account) {}

  private Ask ask(
      Exchange exchange, Found found, Password password, Function<TokenPair, Reply> answer) {
    var compared = proofs.compare(found.account(), password);
    if (compared.isEmpty() || found.account().isEmpty()) {
      door.note(RefusalReason.UNKNOWN_LOGIN, exchange.address());
      return new Ask(refused(found), Desk.problems(exchange, _ -> Reply.noContent()));
    }
    return known(exchange, found.account().get(), new Typed(password, compared.get()), answer);
  }

  /** No such login, or an account that has no password: whoever asks is told the same. */
  private Command<?, ?> refused(Found found) {
    return found.account().isPresent()
        ? new NoteNoPassword(found.account().get(), clock.instant())
        : new NoteUnknownLogin(found.login(), clock.instant());
  }

  private record Typed(Password password, Compared compared) {}

  private Ask known(
      Exchange exchange, AccountId account, Typed typed, Function<TokenPair, Reply> answer) {
    var now = clock.instant();
    var session = new SessionId(randomness.uuid7());
    var blank = mint.first(session, account, now);
    var attempt = new Attempt(account, typed.compared().proof(), policy, now);
    var family = new Family(exchange.family());
    var plain = new SignIn(attempt, session, family, Optional.empty(), blank.terms());
    var foreseen = plain.decide(typed.compared().account());
    foresee(exchange, foreseen);
    // Only a sign-in that succeeds pays for a second hashing, or its time would tell a right
    // password where it must not be told.
    var command =
        foreseen instanceof Accepted
            ? new SignIn(
                attempt,
                session,
                family,
                proofs.rehashed(account, typed.compared(), typed.password()),
                blank.terms())
            : plain;
    return new Ask(
        command, Desk.problems(exchange, yes -> answer.apply(SignedIn.pair(yes, mint, blank))));
  }

  /** A refusal of which there are too many is counted instead of sent. */
  private void foresee(Exchange exchange, Decision decision) {
    if (decision instanceof Refused(var _, var events)
        && events.stream().findFirst().orElse(null) instanceof SignInRefused refused) {
      door.note(refused.reason(), exchange.address());
    }
  }
}
