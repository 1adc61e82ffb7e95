package dev.annals.command.api;

import dev.annals.account.AccountId;
import dev.annals.audit.AuditEvent.AuditTrailRead;
import dev.annals.command.decision.Commands;
import dev.annals.command.desk.Exchange;
import dev.annals.command.desk.Surroundings;
import dev.annals.command.installation.NoteReading;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sees to it that who reads about others is in the log before the answer leaves. */
@Component
final class Readings {
  private final Commands commands;
  private final Surroundings surroundings;
  private final InstantSource clock;

  Readings(Commands commands, Surroundings surroundings, InstantSource clock) {
    this.commands = commands;
    this.surroundings = surroundings;
    this.clock = clock;
  }

  /** A stretch of the log itself. */
  void ofTheLog(Exchange exchange, String filters, long upTo) {
    note(exchange, "log", Optional.empty(), filters, upTo);
  }

  /** One account, as it is at a position. */
  void of(AccountId account, Exchange exchange, long upTo) {
    note(exchange.about(account), "accounts.one", Optional.of(account), "", upTo);
  }

  private void note(
      Exchange exchange, String question, Optional<AccountId> about, String filters, long upTo) {
    var read =
        new AuditTrailRead(question, about, Optional.empty(), filters, upTo, clock.instant());
    var _ = commands.send(new NoteReading(read), surroundings.of(exchange));
  }
}
