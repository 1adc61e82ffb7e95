package dev.annals.command.federation;

import dev.annals.crypto.TrustedKeys;
import dev.annals.crypto.TrustedKeys.Verification;
import dev.annals.crypto.TrustedKeys.Verification.UnknownKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One issuer's keys, kept for a while. Nobody's tokens make us ask for them more often than the
 * floor allows, whatever key they name and however the last fetch ended.
 */
final class IssuerKeys {
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration KEPT = Duration.ofHours(1);

  private final Supplier<Optional<TrustedKeys>> fetch;
  private final Duration floor;
  private final InstantSource clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile Known known = new Known(Optional.empty(), Instant.MIN, Instant.MIN);

  /**
   * Makes an empty store.
   *
   * @param floor the least time between two fetches
   */
  IssuerKeys(Supplier<Optional<TrustedKeys>> fetch, Duration floor, InstantSource clock) {
    this.fetch = fetch;
    this.floor = floor;
    this.clock = clock;
  }

  /** What we have, since when, and when we last asked. */
  private record Known(Optional<TrustedKeys> keys, Instant since, Instant askedAt) {
    /** Times that a clock set back made future are no excuse for waiting. */
    private static boolean within(Duration span, Instant since, Instant now) {
      return !since.isAfter(now) && since.isAfter(now.minus(span));
    }

    boolean isFresh(Instant now) {
      return within(FRESH, since, now);
    }

    boolean isNewerThan(Known other) {
      return askedAt.isAfter(other.askedAt);
    }

    boolean wasAnswered() {
      return since.equals(askedAt);
    }

    Optional<TrustedKeys> usable(Instant now) {
      return keys.filter(_ -> within(KEPT, since, now));
    }

    Known answered(Optional<TrustedKeys> answer, Instant now) {
      return answer.isPresent() ? new Known(answer, now, now) : new Known(keys, since, now);
    }
  }

  /** Empty when it cannot be told now, because the issuer does not say what its keys are. */
  Optional<Verification> verify(String jwt) {
    var before = known;
    var current = before.isFresh(clock.instant()) ? before : refreshed(before);
    var verification = current.usable(clock.instant()).map(keys -> keys.verify(jwt));
    return verification.filter(UnknownKey.class::isInstance).isPresent()
        ? verifyByNewer(jwt, refreshed(current))
        : verification;
  }

  private Optional<Verification> verifyByNewer(String jwt, Known newer) {
    return newer
        .usable(clock.instant())
        .map(keys -> keys.verify(jwt))
        .filter(verification -> newer.wasAnswered() || !(verification instanceof UnknownKey));
  }

  /** Asks the issuer, unless somebody else just has; whoever comes meanwhile waits for that. */
  private Known refreshed(Known seen) {
    try {
      if (fetching.tryLock(KeyFetch.LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          refresh(seen);
        } finally {
          fetching.unlock();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return known;
  }

  private void refresh(Known seen) {
    var current = known;
    var now = clock.instant();
    if (!current.isNewerThan(seen) && !Known.within(floor, current.askedAt(), now)) {
      known = current.answered(fetch.get(), now);
    }
  }
}
