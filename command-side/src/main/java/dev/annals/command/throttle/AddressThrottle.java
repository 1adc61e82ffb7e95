package dev.annals.command.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.annals.command.throttle.Admission.Admitted;
import dev.annals.command.throttle.Admission.Refused;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A bucket of attempts for each client address; a refused attempt takes nothing out of it. */
public final class AddressThrottle {
  private final Attempts attempts;
  private final TimeMeter meter;
  private final Cache<AddressBlock, Bucket> buckets;

  /**
   * A throttle in which every address is new.
   *
   * @param nanoTime a clock that never goes back, such as {@link System#nanoTime}
   */
  public AddressThrottle(Attempts attempts, LongSupplier nanoTime) {
    this.attempts = attempts;
    this.meter = new Nanoseconds(nanoTime);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(attempts.addresses())
            .expireAfterAccess(attempts.rest())
            .ticker(nanoTime::getAsLong)
            .executor(Runnable::run)
            .build();
  }

  /** Takes one attempt out of the address's bucket, if there is one. */
  Admission attempt(AddressBlock address) {
    ConsumptionProbe probe =
        buckets.get(address, _ -> fullBucket()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? new Admitted()
        : new Refused(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** Gives an attempt back: it was a good one, and only failures are to run out. */
  void giveBack(AddressBlock address) {
    var bucket = buckets.getIfPresent(address);
    if (bucket != null) {
      bucket.addTokens(1);
    }
  }

  /** How many addresses are remembered, about. */
  public long addresses() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  private Bucket fullBucket() {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(attempts.burst())
                .refillGreedy(attempts.refill(), attempts.period())
                .build())
        .withCustomTimePrecision(meter)
        .build();
  }

  private record Nanoseconds(LongSupplier source) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return source.getAsLong();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
