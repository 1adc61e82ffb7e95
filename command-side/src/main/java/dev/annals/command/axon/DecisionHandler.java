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
import java.util.function.LongFunction;
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
    var remembered = wish.once().flatMap(once -> recall(once, transaction));
    if (remembered.isPresent()) {
      outcome.set(remembered.get());
    } else {
      outcome.set(fulfil(wish, transaction, outcome));
    }
    return MessageStream.just(new GenericCommandResultMessage(ANSWER, outcome));
  }

  private Optional<Outcome> recall(Once once, Transaction transaction) {
    var answered = transaction.source(List.of(Facts.tagged("request:" + once.key())), 0);
    return answered.events().stream()
        .map(CommandAnswered.class::cast)
        .findFirst()
        .map(event -> new Remembered(event, answered.last()));
  }

  private Outcome fulfil(Wish wish, Transaction transaction, AtomicReference<Outcome> outcome) {
    Command<I, S> command = command(wish);
    var judged = judge(command, transaction);
    var decision = judged.decision();
    if (!decision.events().isEmpty()) {
      transaction.append(withMemory(wish, decision), wish.circumstances());
      transaction.whenDurable(position -> {
        var stored = new StateCache.Stored(decision.events(), position);
        loader.states().advance(stream, command.target(), judged.on(), stored);
        outcome.set(new Decided(decision, OptionalLong.of(position)));
      });
    }
    return new Decided(decision, OptionalLong.empty());
  }

  /** A decision, with the state it was made on. */
  private record Judged<S>(Decision decision, Folded<S> on) {}

  /**
   * What is appended proves by its condition that the state was current. What is not, must not rest
   * on a state that another process has since changed: it is decided again on a confirmed one.
   */
  private Judged<S> judge(Command<I, S> command, Transaction transaction) {
    var facts = stream.facts().apply(command.target());
    var state = load(command.target(), after -> transaction.source(facts, after));
    var decision = command.decide(state.state());
    if (!decision.events().isEmpty()) {
      return new Judged<>(decision, state);
    }
    var _ = loader.confirm();
    var confirmed = load(command.target(), after -> loader.delta(facts, after));
    return new Judged<>(command.decide(confirmed.state()), confirmed);
  }

  private Folded<S> load(I id, LongFunction<Delta> delta) {
    return loader.states().refresh(stream, id, delta);
  }

  private static List<Event> withMemory(Wish wish, Decision decision) {
    var events = new ArrayList<>(decision.events());
    wish.once().ifPresent(once -> events.add(once.remember().apply(decision)));
    return events;
  }

  @SuppressWarnings("unchecked") // the handler is registered for the commands of its stream alone
  private Command<I, S> command(Wish wish) {
    return (Command<I, S>) wish.command();
  }
}
