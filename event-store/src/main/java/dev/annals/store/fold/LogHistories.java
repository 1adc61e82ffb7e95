package dev.annals.store.fold;

import dev.annals.catalogue.EventCodec;
import dev.annals.event.Envelope;
import dev.annals.history.EventStream;
import dev.annals.history.Facts;
import dev.annals.history.Histories;
import dev.annals.store.LogReading;
import dev.annals.store.Range;
import dev.annals.store.StoredEvent;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Answers from the log, through states that are kept and brought up to date when asked for. */
public final class LogHistories implements Histories {
  private final LogReading log;
  private final StateCache states;
  private final EventCodec codec;
  private final Deltas deltas;
  private final Histories recently = new Recently();

  public LogHistories(LogReading log, StateCache states, EventCodec codec) {
    this.log = log;
    this.states = states;
    this.codec = codec;
    this.deltas = new Deltas(log, codec);
  }

  @Override
  public <I, S> S current(EventStream<I, S> stream, I id) {
    return confirmed(stream, id).state();
  }

  /** The state with everything folded in that any process had acknowledged before. */
  public <I, S> Folded<S> confirmed(EventStream<I, S> stream, I id) {
    var _ = head();
    return seen(stream, id);
  }

  @Override
  public Histories recently() {
    return recently;
  }

  private <I, S> Folded<S> seen(EventStream<I, S> stream, I id) {
    return states.refresh(
        stream,
        id,
        after ->
            after > 0 && after >= log.head()
                ? new Delta(List.of(), after, after)
                : deltas.since(after, stream, id));
  }

  /**
   * What a state of which nothing is kept has to be told, as far as the log is known here. For
   * those who then ask on their own for what came after.
   */
  public <I> Delta beginning(EventStream<I, ?> stream, I id) {
    return deltas.since(0, stream, id);
  }

  @Override
  public long head() {
    try {
      return log.confirmedHead().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  @Override
  public List<Envelope> events(Facts facts) {
    var _ = head();
    return read(facts);
  }

  private List<Envelope> read(Facts facts) {
    return log.read(FactCriteria.of(List.of(facts)), Range.after(0)).stream()
        .map(this::envelope)
        .toList();
  }

  /** As far as the log is known here. */
  private final class Recently implements Histories {
    @Override
    public <I, S> S current(EventStream<I, S> stream, I id) {
      return seen(stream, id).state();
    }

    @Override
    public Histories recently() {
      return this;
    }

    @Override
    public long head() {
      return log.head();
    }

    @Override
    public List<Envelope> events(Facts facts) {
      return read(facts);
    }
  }

  private Envelope envelope(StoredEvent stored) {
    var circumstances = codec.circumstances(stored.metadata());
    return new Envelope(stored.position(), stored.id(), circumstances, deltas.event(stored));
  }
}
