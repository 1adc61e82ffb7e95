package dev.annals.command.axon;

import static java.util.Objects.requireNonNull;

import dev.annals.command.decision.Command;
import dev.annals.command.decision.Commands;
import dev.annals.command.decision.Contended;
import dev.annals.command.decision.Once;
import dev.annals.command.decision.Outcome;
import dev.annals.event.Circumstances;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.core.MessageType;

/** Sends commands over Axon's bus, waits for the outcome, and starts over when a race was lost. */
final class AxonCommands implements Commands {
  private static final int ATTEMPTS = 8;

  private final CommandBus bus;

  AxonCommands(CommandBus bus) {
    this.bus = bus;
  }

  @Override
  public Outcome send(Command<?, ?> command, Circumstances circumstances, Optional<Once> once) {
    var type = new MessageType(command.getClass());
    var wish = new Wish(command, circumstances, once);
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        return dispatch(type, wish);
      } catch (AppendEventsTransactionRejectedException _) {
        // Somebody else was first: decide again on what they left.
      }
    }
    throw new Contended();
  }

  @SuppressWarnings("unchecked") // our handlers answer with nothing else
  private Outcome dispatch(MessageType type, Wish wish) {
    var message = new GenericCommandMessage(type, wish, Map.of());
    var answer = requireNonNull(Awaited.get(bus.dispatch(message, null)));
    return ((AtomicReference<Outcome>) requireNonNull(answer.payload())).get();
  }
}
