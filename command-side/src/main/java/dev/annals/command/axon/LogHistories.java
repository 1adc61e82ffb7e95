package dev.annals.command.axon;

import dev.annals.event.Envelope;
import dev.annals.history.EventStream;
import dev.annals.history.Facts;
import dev.annals.history.Histories;
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
    return loader.confirmed(stream, id).state();
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
