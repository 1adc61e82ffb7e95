package dev.annals.query.http;

import java.time.Duration;
import java.util.Set;

/** How far the views have read, and waiting until they have read further. */
public interface Freshness {
  /** The last position that all of these have read. */
  long reached(Set<String> views);

  /** Whether all of these had read this position before the time was up. */
  boolean await(Set<String> views, long position, Duration atMost);
}
