package dev.annals.query.recording;

import dev.annals.audit.AuditEvent.AuditTrailRead;
import dev.annals.catalogue.EventCatalogue;
import dev.annals.catalogue.EventCodec;
import dev.annals.crypto.KeyForgotten;
import dev.annals.crypto.Randomness;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.Sealing;
import dev.annals.event.Circumstances;
import dev.annals.query.http.Enquiry;
import dev.annals.query.problem.Problem;
import dev.annals.session.Family;
import dev.annals.store.Append;
import dev.annals.store.EventLog;
import dev.annals.store.LogUnavailable;
import dev.annals.store.NewEvent;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records in the log who asked which question about whom, durably and before the answer leaves: a
 * question that cannot be recorded is not answered. What people ask about themselves is not
 * recorded. A page is a question each time; a stream or an export is one, when it begins.
 */
public final class Recording {
  private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
  private static final String ADDRESS = "address";
  private static final int PATIENCE_SECONDS = 5;

  private final EventLog log;
  private final Sealing sealing;
  private final Addresses addresses;
  private final Randomness randomness;
  private final InstantSource clock;
  private final EventCodec codec = new EventCodec();

  /**
   * Records into this log.
   *
   * @param log in which the query side may write nothing else
   */
  public Recording(
      EventLog log,
      Sealing sealing,
      Addresses addresses,
      Randomness randomness,
      InstantSource clock) {
    this.log = log;
    this.sealing = sealing;
    this.addresses = addresses;
    this.randomness = randomness;
    this.clock = clock;
  }

  /** Goes on only once the question is in the log. */
  public void note(Enquiry enquiry, Asked asked) {
    if (asked.account().filter(enquiry.asker()::is).isPresent()) {
      return;
    }
    try {
      var _ = log.append(Append.of(event(enquiry, asked))).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | LogUnavailable e) {
      LOG.warn(
          "request {} is not recorded, and not answered: {}", enquiry.requestId(), e.toString());
      throw unrecorded();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw unrecorded();
    }
  }

  private static Problem unrecorded() {
    return Problem.of(
            503,
            "recording-unavailable",
            "The question cannot be recorded now, and none is answered unrecorded.")
        .with("Retry-After", "1");
  }

  private NewEvent event(Enquiry enquiry, Asked asked) {
    var read =
        new AuditTrailRead(
            asked.question(),
            asked.account(),
            asked.session(),
            asked.filters(),
            asked.upTo(),
            clock.instant());
    var name = EventCatalogue.nameOf(AuditTrailRead.class);
    return new NewEvent(
        randomness.uuid7(),
        read.at(),
        name.name(),
        Integer.toString(name.version()),
        List.of(),
        codec.encode(circumstances(enquiry, asked)),
        codec.encode(read));
  }

  private Circumstances circumstances(Enquiry enquiry, Asked asked) {
    return new Circumstances(
        enquiry.asker().actor(),
        asked.account().map(account -> account.value()),
        sealedAddress(enquiry),
        Optional.of(addresses.index().of(enquiry.address())),
        enquiry.userAgent(),
        Family.ANNALS.value(),
        Optional.of(enquiry.requestId()),
        enquiry.correlationId(),
        Optional.empty());
  }

  /** This side makes no data keys; whoever can ask has one, unless erased this very moment. */
  private Optional<Sealed> sealedAddress(Enquiry enquiry) {
    try {
      var key = enquiry.asker().account().dataKey();
      return Optional.of(sealing.seal(key, ADDRESS, enquiry.address()));
    } catch (KeyForgotten _) {
      return Optional.empty();
    }
  }
}
