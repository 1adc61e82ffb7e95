package dev.annals.query.asof;

import dev.annals.query.asof.AsOf.Moment;
import dev.annals.query.asof.AsOf.Now;
import dev.annals.query.asof.AsOf.Position;
import dev.annals.query.problem.Problem;
import dev.annals.store.LogReading;
import dev.annals.store.LogUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * Finds the position that a moment means, and sees to it that the views have read that far: what
 * was true as of a moment that is over does not change any more, so it is not answered too early.
 */
public final class AsOfs {
  private static final Duration GLANCE = Duration.ofSeconds(1);

  private final LogReading log;
  private final ToLongFunction<Instant> upTo;
  private final LongFunction<Instant> reachedAt;
  private final Freshness freshness;
  private final InstantSource clock;

  /**
   * AsOfs of this log.
   *
   * @param upTo the last position before the first event, of those the audit view has read, that
   *     happened later than an instant
   * @param reachedAt the latest time of any event up to a position
   */
  public AsOfs(
      LogReading log,
      ToLongFunction<Instant> upTo,
      LongFunction<Instant> reachedAt,
      Freshness freshness,
      InstantSource clock) {
    this.log = log;
    this.upTo = upTo;
    this.reachedAt = reachedAt;
    this.freshness = freshness;
    this.clock = clock;
  }

  /**
   * A moment found.
   *
   * @param position the last one that counts
   * @param at by when what expires has expired
   */
  public record Found(long position, Instant at) {}

  /**
   * The position that is meant.
   *
   * @param field which parameter it came as
   * @param views that have to have read it
   */
  public Found find(String field, AsOf asOf, Set<String> views) {
    return switch (asOf) {
      case Now _ -> now(views);
      case Position(long position) -> known(position(field, position, views));
      case Moment(var at) -> moment(at, views);
    };
  }

  /** A view that is a moment behind is waited for; one that is far behind answers as it is. */
  private Found now(Set<String> views) {
    var _ = freshness.await(views, log.head(), GLANCE);
    return new Found(freshness.reached(views), clock.instant());
  }

  private Found known(long position) {
    return new Found(position, position == 0 ? Instant.EPOCH : reachedAt.apply(position));
  }

  private long position(String field, long position, Set<String> views) {
    if (position > freshness.reached(views)) {
      if (position > head()) {
        throw Problem.field(field, "lies after the last position");
      }
      freshness.mustReach(views, position);
    }
    return position;
  }

  private Found moment(Instant at, Set<String> views) {
    var now = clock.instant();
    if (!at.isBefore(now)) {
      return new Found(freshness.reached(views), now);
    }
    long reached = freshness.reached(views);
    long position = upTo.applyAsLong(at);
    if (position >= reached) {
      // Nothing later has been read: there may be earlier events that have not been read either.
      freshness.mustReach(views, head());
      position = upTo.applyAsLong(at);
    }
    return new Found(Math.min(position, freshness.reached(views)), at);
  }

  private long head() {
    try {
      return log.confirmedHead().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof LogUnavailable unavailable ? unavailable : e;
    }
  }
}
