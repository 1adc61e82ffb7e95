package dev.annals.command.gate;

import dev.annals.account.AccountId;
import dev.annals.command.account.Account.Registered;
import dev.annals.command.decision.Decision.Accepted;
import dev.annals.command.desk.Reply;
import dev.annals.command.session.Issuance;
import dev.annals.session.SessionId;
import java.time.Instant;
import java.util.function.Function;

/** What an API family gives to who has signed in through it. */
public interface Issuer {
  Draft draft(SessionId session, AccountId account, Registered known, Instant at);

  /** Tokens that are worth nothing yet, and what is answered once the log has them. */
  record Draft(Issuance issuance, Function<Accepted, Reply> answer) {}
}
