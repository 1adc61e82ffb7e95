package dev.annals.event;

import java.time.Instant;

/** A fact in the log. Each stream lists its own facts in one sealed interface below this one. */
public interface Event {
  /** Business time, UTC, in microseconds. Order is the position's business, not the clock's. */
  Instant at();
}
