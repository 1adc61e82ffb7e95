package dev.annals.query.audit;

import dev.annals.catalogue.EventCodec;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.Sealing;
import dev.annals.event.Actor;
import dev.annals.event.Circumstances;
import dev.annals.query.http.Asker;
import dev.annals.query.view.Recorded;
import dev.annals.store.LogReading;
import dev.annals.store.StoredEvent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes entries that people can read of what the log holds. */
public final class AuditEntries {
  private static final String ADDRESS = "address";

  private final LogReading log;
  private final Changes changes;
  private final Sealing sealing;
  private final EventCodec codec = new EventCodec();

  public AuditEntries(LogReading log, Changes changes, Sealing sealing) {
    this.log = log;
    this.changes = changes;
    this.sealing = sealing;
  }

  /** The entries at these positions, in this order, as this asker may see them. */
  public List<AuditEntry> at(List<Long> positions, Asker asker) {
    if (positions.isEmpty()) {
      return List.of();
    }
    var events = log.at(positions);
    var changed = changes.at(positions);
    var entries =
        events.stream()
            .map(event -> entry(event, changed.getOrDefault(event.position(), List.of()), asker))
            .toList();
    return isDescending(positions) ? entries.reversed() : entries;
  }

  private static boolean isDescending(Collection<Long> positions) {
    var each = positions.iterator();
    long first = each.next();
    return each.hasNext() && each.next() < first;
  }

  private AuditEntry entry(StoredEvent stored, List<Change> changed, Asker asker) {
    var recorded =
        new Recorded(
            stored,
            codec.circumstances(stored.metadata()),
            codec.decode(stored.name(), stored.version(), stored.payload()));
    return entry(recorded, changed, asker);
  }

  AuditEntry entry(Recorded recorded, List<Change> changed, Asker asker) {
    var circumstances = recorded.circumstances();
    var facets = Facets.of(recorded);
    var client = mayKnowClient(circumstances.actor(), asker);
    return new AuditEntry(
        recorded.position(),
        recorded.at(),
        recorded.stored().name(),
        Sentences.of(recorded.event()),
        facets.outcome(),
        facets.reason().orElse(null),
        circumstances.actor().value(),
        facets.account().orElse(null),
        Target.of(recorded.event()).orElse(null),
        facets.session().orElse(null),
        circumstances.family(),
        client ? address(circumstances) : null,
        client ? circumstances.userAgent().orElse(null) : null,
        circumstances.requestId().orElse(null),
        circumstances.correlationId().orElse(null),
        changed.isEmpty() ? null : changed);
  }

  /** Owners see from where others tried to be them, but not where an administrator sits. */
  private static boolean mayKnowClient(Actor actor, Asker asker) {
    return asker.mayAudit()
        || actor.equals(Actor.account(asker.account().value()))
        || actor.equals(asker.actor())
        || actor.equals(Actor.ANONYMOUS);
  }

  private @Nullable String address(Circumstances circumstances) {
    return circumstances.address().flatMap(this::opened).orElse(null);
  }

  private Optional<String> opened(Sealed address) {
    return sealing.open(address, ADDRESS);
  }
}
