package dev.annals.command.federation;

import dev.annals.account.AccountId;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.account.Accounts;
import dev.annals.command.decision.Refusal;
import dev.annals.command.desk.Ask;
import dev.annals.command.desk.Desk;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Problem;
import dev.annals.command.desk.Reply;
import dev.annals.command.desk.Surroundings;
import dev.annals.command.federation.FederatedTokens.Judgement.NotOurs;
import dev.annals.command.federation.FederatedTokens.Judgement.Proven;
import dev.annals.command.federation.FederatedTokens.Judgement.Rejected;
import dev.annals.command.federation.FederatedTokens.Judgement.Unavailable;
import dev.annals.command.gate.Door;
import dev.annals.command.gate.Issuer;
import dev.annals.command.session.Beginning;
import dev.annals.command.session.SignInFederated;
import dev.annals.command.subject.NoteStranger;
import dev.annals.command.subject.SubjectLink;
import dev.annals.crypto.Randomness;
import dev.annals.history.Histories;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionId;
import dev.annals.session.SignInMethod;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Signs somebody in by a token of an issuer that is trusted here. */
public final class FederatedSignIn {
  private final Door door;
  private final FederatedTokens tokens;
  private final FederatedSubjects subjects;
  private final Histories histories;
  private final Desk desk;
  private final Surroundings surroundings;
  private final Randomness randomness;
  private final InstantSource clock;

  /** What it takes to sign in so. */
  public record Parts(
      Door door,
      FederatedTokens tokens,
      FederatedSubjects subjects,
      Histories histories,
      Desk desk,
      Surroundings surroundings,
      Randomness randomness,
      InstantSource clock) {}

  public FederatedSignIn(Parts parts) {
    this.door = parts.door();
    this.tokens = parts.tokens();
    this.subjects = parts.subjects();
    this.histories = parts.histories();
    this.desk = parts.desk();
    this.surroundings = parts.surroundings();
    this.randomness = parts.randomness();
    this.clock = parts.clock();
  }

  /**
   * Signs in.
   *
   * @param issuer of what is given to whom the token proves
   */
  public Reply signIn(Exchange exchange, String token, Function<Proven, Issuer> issuer) {
    door.enter(exchange.address());
    var reply =
        switch (tokens.judge(token)) {
          case Proven proven -> proven(exchange, proven, issuer.apply(proven));
          case Rejected(var reason) -> throw rejected(reason);
          case NotOurs _ -> throw rejected("It is no token of an issuer that is trusted here.");
          case Unavailable _ -> throw unavailable(exchange);
        };
    return door.leave(exchange.address(), reply);
  }

  private Problem rejected(String reason) {
    door.count(RefusalReason.FEDERATED_TOKEN_REJECTED);
    return Problem.of(401, "federated-token-refused", reason)
        .because(RefusalReason.FEDERATED_TOKEN_REJECTED);
  }

  /** That the issuer is down is not the caller's fault; until the floor nobody asks it again. */
  private Problem unavailable(Exchange exchange) {
    door.wasRight(exchange.address());
    var seconds = tokens.floor().plusMillis(999).toSeconds();
    return Problem.of(503, "issuer-unavailable", "The token's issuer does not tell its keys now.")
        .with("Retry-After", Long.toString(seconds));
  }

  private Reply proven(Exchange exchange, Proven proven, Issuer issuer) {
    var asked = exchange.within(subjects.index(proven.name()).toString());
    var account = subjects.account(proven, opened -> surroundings.of(asked.about(opened)));
    var about = account.map(asked::about).orElse(asked);
    return desk.serve(about, () -> ask(about, proven, account, issuer));
  }

  /** The account may have been unlinked, or erased, since it was found. */
  private Ask ask(Exchange exchange, Proven proven, Optional<AccountId> account, Issuer issuer) {
    return account
        .filter(found -> subjects.holder(proven.name()).equals(account))
        .flatMap(this::registered)
        .map(holder -> begin(exchange, proven, holder, issuer))
        .orElseGet(() -> stranger(exchange, proven));
  }

  private record Holder(AccountId account, Registered registered) {}

  private Optional<Holder> registered(AccountId account) {
    return histories.current(Accounts.STREAM, account) instanceof Registered registered
        ? Optional.of(new Holder(account, registered))
        : Optional.empty();
  }

  private Ask stranger(Exchange exchange, Proven proven) {
    door.note(Refusal.FEDERATED_SIGN_IN_REFUSED, RefusalReason.SUBJECT_UNKNOWN, exchange.address());
    var allowed = proven.issuer().admits(proven.subject());
    var command = new NoteStranger(subjects.index(proven.name()), allowed, clock.instant());
    return new Ask(command, Desk.problems(exchange, _ -> Reply.noContent()));
  }

  private Ask begin(Exchange exchange, Proven proven, Holder holder, Issuer issuer) {
    var now = clock.instant();
    var session = new SessionId(randomness.uuid7());
    var draft = issuer.draft(session, holder.account(), holder.registered(), now);
    var beginning =
        new Beginning(session, exchange.family(), SignInMethod.FEDERATED, draft.issuance());
    var link = new SubjectLink.Id(holder.account(), subjects.index(proven.name()));
    var command = new SignInFederated(link, beginning, now);
    door.foresee(command.decide(histories.current(SubjectLink.STREAM, link)), exchange.address());
    return new Ask(command, Desk.problems(exchange, draft.answer()));
  }
}
