package dev.annals.command.axon;

import dev.annals.command.decision.EventStream;
import dev.annals.command.decision.Facts;
import dev.annals.command.decision.Histories;
import dev.annals.event.Envelope;
import dev.annals.store.Range;
import java.util.List;

/** Answers from the log, through the states that the commands keep. */
final class LogHistories implements Histories {
  private final Loader loader;

  LogHistories(Loader loader) {
    this.loader = loader;
  }

  @Override
  public <I, S> S current(EventStream<I, S> stream, I id) {
    var _ = loader.confirm();
    var facts = stream.facts().apply(id);
    return loader.states().refresh(stream, id, after -> loader.delta(facts, after)).state();
  }

  @Override
  public long head() {
    return loader.confirm();
  }

  @Override
  public List<Envelope> events(Facts facts) {
    var _ = loader.confirm();
    return loader.log().read(Records.criteria(List.of(facts)), Range.after(0)).stream()
        .map(loader.records()::envelope)
        .toList();
  }
}
