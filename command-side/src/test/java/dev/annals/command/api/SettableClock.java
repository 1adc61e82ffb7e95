package dev.annals.command.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told to go on. */
public final class SettableClock implements InstantSource {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.now().truncatedTo(ChronoUnit.MICROS));

  @Override
  public Instant instant() {
    return now.get();
  }

  void advance(Duration duration) {
    var _ = now.updateAndGet(instant -> instant.plus(duration));
  }
}
