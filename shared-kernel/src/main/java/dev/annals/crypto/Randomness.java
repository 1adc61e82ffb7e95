package dev.annals.crypto;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** Everything unpredictable in this process comes from here. */
public final class Randomness {
  private static final int COUNTER_BITS = 12;
  private static final long VERSION = 0xf000L;
  private static final long VERSION_4 = 0x4000L;
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final RandomGenerator source;
  private final InstantSource clock;
  private final AtomicLong latest = new AtomicLong();

  private Randomness(RandomGenerator source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  /** The operating system's randomness. */
  public static Randomness secure(InstantSource clock) {
    return new Randomness(new SecureRandom(), clock);
  }

  /** Repeatable, for tests and for nothing else. */
  public static Randomness predictable(RandomGenerator source, InstantSource clock) {
    return new Randomness(source, clock);
  }

  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    source.nextBytes(bytes);
    return bytes;
  }

  /**
   * A UUIDv7 greater than any before it from here (RFC 9562, sections 5.7 and 6.2, method 1): the
   * counter starts at random with its top bit clear, and runs over into the millisecond.
   */
  public UUID uuid7() {
    long fresh = clock.millis() << COUNTER_BITS | source.nextInt(1 << (COUNTER_BITS - 1));
    long stamp = latest.updateAndGet(previous -> Math.max(previous + 1, fresh));
    long counter = stamp & ((1 << COUNTER_BITS) - 1);
    long most = stamp >>> COUNTER_BITS << 16 | VERSION_7 | counter;
    return new UUID(most, source.nextLong() >>> 2 | VARIANT);
  }

  /** A UUIDv4 (RFC 9562, section 5.4): 122 random bits and nothing else. */
  public UUID uuid4() {
    long most = (source.nextLong() & ~VERSION) | VERSION_4;
    return new UUID(most, source.nextLong() >>> 2 | VARIANT);
  }

  /** A password to be read and typed by a person: 24 characters in six groups, 139 bits. */
  public String password() {
    return GeneratedPassword.from(source);
  }
}
