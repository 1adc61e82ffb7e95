package dev.annals.command.federation;

import dev.annals.account.AccountId;
import dev.annals.command.decision.Commands;
import dev.annals.command.decision.Decision.Accepted;
import dev.annals.command.decision.Outcome.Decided;
import dev.annals.command.federation.FederatedTokens.Judgement.Proven;
import dev.annals.command.subject.SubjectClaims;
import dev.annals.event.Circumstances;
import dev.annals.federation.FederatedSubject;
import dev.annals.federation.SubjectIndex;
import dev.annals.history.Histories;
import java.util.Optional;
import java.util.function.Function;

/** Finds the account of a federated subject, and opens one where the settings say so. */
public final class FederatedSubjects {
  private final SubjectRegistrar registrar;
  private final Histories histories;
  private final Commands commands;

  public FederatedSubjects(SubjectRegistrar registrar, Histories histories, Commands commands) {
    this.registrar = registrar;
    this.histories = histories;
    this.commands = commands;
  }

  /** What the log knows a subject by. */
  SubjectIndex index(FederatedSubject name) {
    return registrar.index(name);
  }

  /** Whom a subject leads to; whether that account may be used is for the sign-in to decide. */
  public Optional<AccountId> holder(FederatedSubject name) {
    return histories.current(SubjectClaims.STREAM, registrar.index(name)).holder();
  }

  /**
   * The account of whoever is proven, opened now if need be; empty if there is none and none is to
   * be opened.
   *
   * @param about under which circumstances a new account is recorded
   */
  public Optional<AccountId> account(Proven proven, Function<AccountId, Circumstances> about) {
    if (!proven.issuer().admits(proven.subject())) {
      return Optional.empty();
    }
    return holder(proven.name())
        .or(() ->
            proven.issuer().opensAccounts() ? opened(proven.name(), about) : Optional.empty());
  }

  /** Of two who come at once, the one who is late finds the account of the other. */
  private Optional<AccountId> opened(
      FederatedSubject name, Function<AccountId, Circumstances> about) {
    var command = registrar.open(name);
    var outcome = commands.send(command, about.apply(command.account()));
    if (outcome instanceof Decided(Accepted _, _)) {
      return Optional.of(command.account());
    }
    registrar.abandon(command);
    return holder(name);
  }
}
