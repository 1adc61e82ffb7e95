package dev.annals.command.axon;

import dev.annals.command.app.StreamBindings;
import dev.annals.command.decision.Samples;
import dev.annals.command.installation.AppointAdministrator;
import dev.annals.command.login.RegisterAccount;
import dev.annals.crypto.Randomness;
import dev.annals.event.Circumstances;
import dev.annals.store.EventLog;
import java.time.InstantSource;
import java.util.Optional;

/** A process of our own, as far as decisions go: every command bound, on a log in memory. */
public final class EveryStream {
  private static final long MOST_STATES = 1_000;

  private EveryStream() {}

  public static AxonStreams on(EventLog log) {
    return new AxonStreams(
        log, Randomness.secure(InstantSource.system()), MOST_STATES, StreamBindings.all());
  }

  /** Makes Grace the first administrator; five facts tell of it. */
  static void appointGrace(AxonStreams streams) {
    var grace =
        new RegisterAccount(
            Samples.GRACES,
            Samples.GRACE,
            Samples.LOGIN,
            Optional.empty(),
            Samples.VERIFIER,
            Samples.NOON);
    var _ = streams.commands().send(new AppointAdministrator(grace), Circumstances.SYSTEM);
  }
}
