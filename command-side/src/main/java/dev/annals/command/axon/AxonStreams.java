package dev.annals.command.axon;

import dev.annals.catalogue.EventCodec;
import dev.annals.command.decision.Command;
import dev.annals.command.decision.Commands;
import dev.annals.crypto.Randomness;
import dev.annals.history.EventStream;
import dev.annals.history.Histories;
import dev.annals.store.EventLog;
import dev.annals.store.axon.EventLogStorageEngine;
import dev.annals.store.fold.LogHistories;
import dev.annals.store.fold.StateCache;
import java.util.List;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.configuration.CommandHandlingModule;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.core.configuration.MessagingConfigurer;
import org.axonframework.messaging.core.correlation.CorrelationDataProviderRegistry;
import org.axonframework.messaging.core.correlation.DefaultCorrelationDataProviderRegistry;

/** Binds streams and their commands to Axon Framework on our log. */
public final class AxonStreams implements AutoCloseable {
  private final AxonConfiguration axon;
  private final Loader loader;

  /**
   * Binds and starts.
   *
   * @param mostStates how many folded states to keep in memory
   */
  public AxonStreams(
      EventLog log, Randomness randomness, long mostStates, List<Binding<?, ?>> bindings) {
    var codec = new EventCodec();
    var states = new StateCache(mostStates);
    var histories = new LogHistories(log, states, codec);
    this.loader = new Loader(log, states, histories, new Records(codec, randomness));
    this.axon = configure(bindings).build();
    axon.start();
  }

  /**
   * Which commands are decided on which stream.
   *
   * @param menu a command, or the sealed interface of many
   */
  public record Binding<I, S>(Class<? extends Command<I, S>> menu, EventStream<I, S> stream) {
    private List<Class<?>> commands() {
      return menu.isSealed() ? List.of(menu.getPermittedSubclasses()) : List.of(menu);
    }
  }

  /** The door for commands. */
  public Commands commands() {
    return new AxonCommands(axon.getComponent(CommandBus.class));
  }

  /** The door for questions. */
  public Histories histories() {
    return loader.histories();
  }

  private EventSourcingConfigurer configure(List<Binding<?, ?>> bindings) {
    var records = loader.records();
    var engine = new EventLogStorageEngine(loader.log(), new FactConverter(records));
    var configurer =
        EventSourcingConfigurer.create()
            .registerEventStorageEngine(_ -> engine)
            .messaging(AxonStreams::withoutOwnMetadata)
            .registerTagResolver(_ -> message -> Tags.of(records.event(message)));
    for (var binding : bindings) {
      configurer = bind(configurer, binding);
    }
    return configurer;
  }

  /** Metadata on disk are our circumstances and nothing else. */
  private static void withoutOwnMetadata(MessagingConfigurer messaging) {
    var _ =
        messaging.componentRegistry(registry ->
            registry.registerComponent(
                CorrelationDataProviderRegistry.class,
                _ -> new DefaultCorrelationDataProviderRegistry()));
  }

  private <I, S> EventSourcingConfigurer bind(
      EventSourcingConfigurer configurer, Binding<I, S> binding) {
    var handler = new DecisionHandler<>(binding.stream(), loader);
    var module = CommandHandlingModule.named(binding.menu().getSimpleName()).commandHandlers();
    for (var command : binding.commands()) {
      module = module.commandHandler(new MessageType(command).qualifiedName(), handler);
    }
    return configurer.registerCommandHandlingModule(module);
  }

  @Override
  public void close() {
    axon.shutdown();
  }
}
