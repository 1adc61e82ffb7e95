package dev.annals.command.federation;

import dev.annals.account.AccountId;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.account.Accounts;
import dev.annals.command.decision.Histories;
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
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionId;
import dev.annals.session.SignInMethod;
import java.time.InstantSource;
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
    if (reply.status() < 400) {
      door.wasRight(exchange.address());
    }
    return reply;
  }

  private Problem rejected(String reason) {
    door.count(RefusalReason.FEDERATED_TOKEN_REJECTED);
    return Problem.of(401, "federated-token-refused", reason)
        .because(RefusalReason.FEDERATED_TOKEN_REJECTED);
  }

  /** That the issuer is down is not the caller's fault. */
  private Problem unavailable(Exchange exchange) {
    door.wasRight(exchange.address());
    return Problem.of(503, "issuer-unavailable", "The token's issuer does not tell its keys now.")
        .with("Retry-After", "30");
  }

  private Reply proven(Exchange exchange, Proven proven, Issuer issuer) {
    var asked = exchange.within(subjects.index(proven.name()).toString());
    return subjects
        .account(proven, account -> surroundings.of(asked.about(account)))
        .map(account -> known(asked.about(account), proven, account, issuer))
        .orElseGet(() -> stranger(asked, proven));
  }

  private Reply stranger(Exchange exchange, Proven proven) {
    door.note(RefusalReason.SUBJECT_UNKNOWN, exchange.address());
    var command = new NoteStranger(subjects.index(proven.name()), clock.instant());
    return desk.serve(exchange, command, _ -> Reply.noContent());
  }

  private Reply known(Exchange exchange, Proven proven, AccountId account, Issuer issuer) {
    return histories.current(Accounts.STREAM, account) instanceof Registered registered
        ? desk.serve(exchange, () -> ask(exchange, proven, new Holder(account, registered), issuer))
        : stranger(exchange, proven);
  }

  private record Holder(AccountId account, Registered registered) {}

  private Ask ask(Exchange exchange, Proven proven, Holder holder, Issuer issuer) {
    var now = clock.instant();
    var session = new SessionId(randomness.uuid7());
    var draft = issuer.draft(session, holder.account(), holder.registered(), now);
    var beginning =
        new Beginning(session, exchange.family(), SignInMethod.FEDERATED, draft.issuance());
    var link = new SubjectLink.Id(holder.account(), subjects.index(proven.name()));
    return new Ask(
        new SignInFederated(link, beginning, now), Desk.problems(exchange, draft.answer()));
  }
}
