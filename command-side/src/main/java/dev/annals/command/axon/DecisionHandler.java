package dev.annals.command.axon;

import static java.util.Objects.requireNonNull;

import dev.annals.command.decision.Command;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.EventStream;
import dev.annals.command.decision.Facts;
import dev.annals.command.decision.Once;
import dev.annals.command.decision.Outcome;
import dev.annals.command.decision.Outcome.Decided;
import dev.annals.command.decision.Outcome.Remembered;
import dev.annals.event.Event;
import dev.annals.request.RequestEvent.CommandAnswered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.messaging.commandhandling.CommandHandler;
import org.axonframework.messaging.commandhandling.CommandMessage;
import org.axonframework.messaging.commandhandling.CommandResultMessage;
import org.axonframework.messaging.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.core.MessageStream;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;

/** Handles every command of one stream: load, decide, append, answer. */
final class DecisionHandler<I, S> implements CommandHandler {
  private static final MessageType ANSWER = new MessageType("annals.outcome");

  private final EventStream<I, S> stream;
  private final Loader loader;

  DecisionHandler(EventStream<I, S> stream, Loader loader) {
    this.stream = stream;
    this.loader = loader;
  }

  @Override
  public MessageStream.Single<CommandResultMessage> handle(
      CommandMessage message, ProcessingContext context) {
    var wish = (Wish) requireNonNull(message.payload());
    var transaction = loader.begin(context);
    var outcome = new AtomicReference<Outcome>();
    var remembered = wish.once().flatMap(once -> recall(once, transaction::source));
    outcome.set(remembered.orElseGet(() -> fulfil(wish, transaction, outcome)));
    return MessageStream.just(new GenericCommandResultMessage(ANSWER, outcome));
  }

  /** Reads what a decision depends on, from a position on. */
  private interface Reading {
    Delta of(List<Facts> facts, long after);
  }

  private static Optional<Outcome> recall(Once once, Reading reading) {
    var answered = reading.of(List.of(Facts.tagged("request:" + once.key())), 0);
    return answered.events().stream()
        .map(CommandAnswered.class::cast)
        .findFirst()
        .map(event -> new Remembered(event, answered.last()));
  }

  /**
   * What is appended proves by its condition that the state was current. What is not, must not rest
   * on a state that somebody has since changed: it is decided again on a confirmed one, and not at
   * all if that somebody was this very request under the same key.
   */
  private Outcome fulfil(Wish wish, Transaction transaction, AtomicReference<Outcome> outcome) {
    var judged = judge(wish, transaction::source);
    if (!judged.decision().events().isEmpty()) {
      return append(wish, judged, transaction, outcome);
    }
    var _ = loader.confirm();
    return wish.once()
        .flatMap(once -> recall(once, loader::delta))
        .orElseGet(() -> append(wish, judge(wish, loader::delta), transaction, outcome));
  }

  private Outcome append(
      Wish wish, Judged<S> judged, Transaction transaction, AtomicReference<Outcome> outcome) {
    var decision = judged.decision();
    var events = withMemory(wish, decision);
    if (!events.isEmpty()) {
      transaction.append(events, wish.circumstances());
      transaction.whenDurable(position -> {
        var stored = new StateCache.Stored(decision.events(), position);
        loader.states().advance(stream, command(wish).target(), judged.on(), stored);
        outcome.set(new Decided(decision, OptionalLong.of(position)));
      });
    }
    return new Decided(decision, OptionalLong.empty());
  }

  /** A decision, with the state it was made on. */
  private record Judged<S>(Decision decision, Folded<S> on) {}

  private Judged<S> judge(Wish wish, Reading reading) {
    var command = command(wish);
    var facts = stream.facts().apply(command.target());
    var state =
        loader.states().refresh(stream, command.target(), after -> reading.of(facts, after));
    return new Judged<>(command.decide(state.state()), state);
  }

  /** A yes is remembered even if all was so already; a no only if it left something behind. */
  private static List<Event> withMemory(Wish wish, Decision decision) {
    var events = new ArrayList<>(decision.events());
    if (decision instanceof Decision.Accepted || !events.isEmpty()) {
      wish.once().ifPresent(once -> events.add(once.remember().apply(decision)));
    }
    return events;
  }

  @SuppressWarnings("unchecked") // the handler is registered for the commands of its stream alone
  private Command<I, S> command(Wish wish) {
    return (Command<I, S>) wish.command();
  }
}
