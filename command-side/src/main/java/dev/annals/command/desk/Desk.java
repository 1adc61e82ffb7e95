package dev.annals.command.desk;

import dev.annals.command.decision.Command;
import dev.annals.command.decision.Commands;
import dev.annals.command.decision.Contended;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Decision.Accepted;
import dev.annals.command.decision.Decision.Refused;
import dev.annals.command.decision.Outcome.Decided;
import dev.annals.command.decision.Outcome.Remembered;
import dev.annals.command.decision.Refusal;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.event.Event;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.SignInRefused;
import dev.annals.session.SessionEvent.StrangerRefused;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes a command in, sends it with its circumstances, and hands the answer out: with the position
 * it wrote, and the same answer again to whoever repeats the request under the same key.
 */
public final class Desk {
  private static final String POSITION = "Annals-Position";
  private static final int ATTEMPTS = 4;

  private final Commands commands;
  private final Surroundings surroundings;
  private final Memory memory;

  public Desk(Commands commands, Surroundings surroundings, Memory memory) {
    this.commands = commands;
    this.surroundings = surroundings;
    this.memory = memory;
  }

  /** Sends a command whose refusals are told as problems. */
  public Reply serve(Exchange exchange, Command<?, ?> command, Function<Accepted, Reply> accepted) {
    return serve(exchange, () -> new Ask(command, problems(exchange, accepted)));
  }

  /** Sends what is asked; asks again when what was read for it moved meanwhile. */
  public Reply serve(Exchange exchange, Supplier<Ask> question) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      var ask = question.get();
      var once = memory.once(exchange, ask.render());
      var outcome = commands.send(ask.command(), surroundings.of(exchange), once);
      switch (outcome) {
        case Remembered remembered -> {
          return memory.repeat(exchange, remembered);
        }
        case Decided(Refused(Refusal refusal, _), _) when refusal == Refusal.MOVED -> {}
        case Decided decided -> {
          return positioned(ask.render().apply(decided.decision()), decided);
        }
      }
    }
    throw new Contended();
  }

  /** Answers acceptance as given and refusals as problems. */
  public static Function<Decision, Reply> problems(
      Exchange exchange, Function<Accepted, Reply> accepted) {
    return decision ->
        switch (decision) {
          case Accepted yes -> accepted.apply(yes);
          case Refused refused -> exchange.tell(problem(refused));
        };
  }

  private static Problem problem(Refused refused) {
    var problem = Problem.of(refused.refusal());
    return refused.events().stream()
        .flatMap(event -> reason(event).stream())
        .findFirst()
        .map(problem::because)
        .orElse(problem);
  }

  private static Optional<RefusalReason> reason(Event event) {
    return switch (event) {
      case SignInRefused refused -> Optional.of(refused.reason());
      case StrangerRefused _ -> Optional.of(RefusalReason.SUBJECT_UNKNOWN);
      case PasswordRejected _ -> Optional.of(RefusalReason.WRONG_PASSWORD);
      default -> Optional.empty();
    };
  }

  /**
   * Of a no nobody learns whether it was recorded: that would tell a wrong password from an unknown
   * login when there are too many to record them all.
   */
  private static Reply positioned(Reply reply, Decided decided) {
    return decided.position().isPresent() && !reply.isRefusal()
        ? reply.with(POSITION, Long.toString(decided.position().getAsLong()))
        : reply;
  }
}
