package dev.annals.command.axon;

import static java.util.Objects.requireNonNull;

import dev.annals.command.decision.Command;
import dev.annals.command.decision.Decision;
import dev.annals.command.decision.Decision.Accepted;
import dev.annals.command.decision.Once;
import dev.annals.command.decision.Outcome;
import dev.annals.command.decision.Outcome.Decided;
import dev.annals.command.decision.Outcome.Remembered;
import dev.annals.event.Event;
import dev.annals.history.EventStream;
import dev.annals.history.Facts;
import dev.annals.request.RequestEvent.CommandAnswered;
import dev.annals.store.fold.Delta;
import dev.annals.store.fold.Folded;
import dev.annals.store.fold.StateCache;
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
    var remembered = wish.once().flatMap(once -> recall(once, transaction));
    if (remembered.isPresent()) {
      outcome.set(remembered.get());
    } else {
      outcome.set(fulfil(wish, transaction, outcome));
    }
    return MessageStream.just(new GenericCommandResultMessage(ANSWER, outcome));
  }

  private Optional<Outcome> recall(Once once, Transaction transaction) {
    var answered = transaction.source(List.of(answerTo(once)), 0);
    return answered.events().stream()
        .map(CommandAnswered.class::cast)
        .findFirst()
        .map(event -> new Remembered(event, answered.last()));
  }

  private Outcome fulfil(Wish wish, Transaction transaction, AtomicReference<Outcome> outcome) {
    Command<I, S> command = command(wish);
    var judged = judge(command, transaction);
    var decision = judged.decision();
    var recorded = recorded(wish, decision);
    if (recorded.isEmpty()) {
      return wish.once()
          .flatMap(this::recallConfirmed)
          .orElse(new Decided(decision, OptionalLong.empty()));
    }
    transaction.append(recorded, wish.circumstances());
    transaction.whenDurable(position -> {
      var stored = new StateCache.Stored(decision.events(), position);
      loader.states().advance(stream, command.target(), judged.on(), stored);
      outcome.set(new Decided(decision, OptionalLong.of(position)));
    });
    return new Decided(decision, OptionalLong.empty());
  }

  /** The state that led to a no may be what the same request has brought about meanwhile. */
  private Optional<Outcome> recallConfirmed(Once once) {
    return loader.histories().events(answerTo(once)).stream()
        .findFirst()
        .map(found -> new Remembered((CommandAnswered) found.event(), found.position()));
  }

  private static Facts answerTo(Once once) {
    return Facts.tagged("request:" + once.key());
  }

  /** A decision, with the state it was made on. */
  private record Judged<S>(Decision decision, Folded<S> on) {}

  /**
   * What is appended proves by its condition that the state was current. What is not, must not rest
   * on a state that another process has since changed: it is decided again on a confirmed one. The
   * transaction is not asked for it, since Axon cannot source the same criteria twice; should there
   * be something to append after all, its condition fails, and everything starts over.
   */
  private Judged<S> judge(Command<I, S> command, Transaction transaction) {
    var state = load(command.target(), transaction);
    var decision = command.decide(state.state());
    if (!decision.events().isEmpty()) {
      return new Judged<>(decision, state);
    }
    var confirmed = loader.histories().confirmed(stream, command.target());
    return new Judged<>(command.decide(confirmed.state()), confirmed);
  }

  private Folded<S> load(I id, Transaction transaction) {
    return loader.states().refresh(stream, id, position -> news(id, position, transaction));
  }

  /**
   * A state that may be long is told its beginning past the transaction, which would source all of
   * it. Whatever follows, all facts of it, is still what the append depends on.
   */
  private Delta news(I id, long known, Transaction transaction) {
    var facts = stream.facts().apply(id);
    if (known > 0 || stream.excerpt().isEmpty()) {
      return transaction.source(facts, known);
    }
    var beginning = loader.histories().beginning(stream, id);
    return beginning.and(transaction.source(facts, beginning.upTo()));
  }

  /**
   * A no is not remembered but judged again: or a wrong password that is sent under one key would
   * be counted once, however many others were tried under it.
   */
  private static List<Event> recorded(Wish wish, Decision decision) {
    var events = new ArrayList<>(decision.events());
    if (decision instanceof Accepted) {
      wish.once().ifPresent(once -> events.add(once.remember().apply(decision)));
    }
    return events;
  }

  @SuppressWarnings("unchecked") // the handler is registered for the commands of its stream alone
  private Command<I, S> command(Wish wish) {
    return (Command<I, S>) wish.command();
  }
}
