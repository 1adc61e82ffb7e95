package dev.annals.query.feed;

import java.time.Duration;

/**
 * How much a feed takes on.
 *
 * @param bytes memory for events that wait for earlier ones; partitions that are ahead are not read
 *     while there is more. Must hold what a relay has on its way, which is 32 MiB at most
 * @param patience how long an event may be missing before somebody is told
 */
public record FeedLimits(long bytes, Duration patience) {
  public static final FeedLimits DEFAULT = new FeedLimits(64 << 20, Duration.ofSeconds(10));
}
