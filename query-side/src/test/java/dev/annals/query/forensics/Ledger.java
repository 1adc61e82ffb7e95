package dev.annals.query.forensics;

import dev.annals.catalogue.EventCatalogue;
import dev.annals.catalogue.EventCodec;
import dev.annals.event.Circumstances;
import dev.annals.event.Event;
import dev.annals.history.Sessions.Ref;
import dev.annals.query.making.TokenFinder;
import dev.annals.query.random.Tagging;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.store.Append;
import dev.annals.store.Criteria;
import dev.annals.store.NewEvent;
import dev.annals.store.Range;
import dev.annals.store.TestPostgres;
import dev.annals.store.postgres.PostgresLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.UUID;

/** A real log, and events on their way into it as a command side writes them. */
final class Ledger implements AutoCloseable {
  private final EventCodec codec = new EventCodec();
  private final PostgresLog log =
      PostgresLog.open(TestPostgres.freshDatabase().asApplication(), new SimpleMeterRegistry());

  PostgresLog log() {
    return log;
  }

  /** Where the event lies now. */
  long append(UUID id, Circumstances circumstances, Event event) {
    var name = EventCatalogue.nameOf(event.getClass());
    var fresh =
        new NewEvent(
            id,
            event.at(),
            name.name(),
            Integer.toString(name.version()),
            Tagging.of(event),
            codec.encode(circumstances),
            codec.encode(event));
    return log.append(Append.of(fresh)).join().last();
  }

  /** By trying all, which the session view has an index for. */
  TokenFinder finder() {
    return jti ->
        log.read(Criteria.everything(), Range.after(0)).stream()
            .map(stored -> codec.decode(stored.name(), stored.version(), stored.payload()))
            .filter(event -> event instanceof TokensIssued e && e.access().jti().equals(jti))
            .map(event -> (TokensIssued) event)
            .map(event -> new Ref(event.session(), event.account()))
            .findFirst();
  }

  @Override
  public void close() {
    log.close();
  }
}
