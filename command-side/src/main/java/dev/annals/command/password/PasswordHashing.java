package dev.annals.command.password;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Makes verifiers and compares passwords with them, every time at the full price of Argon2id, and
 * counts what it did.
 */
public final class PasswordHashing {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private final Argon2id argon2id;
  private final Bulkhead bulkhead;
  private final KdfParameters parameters;
  private final IntFunction<byte[]> randomness;
  private final Verifier decoy;
  private final Map<KdfParameters, LongAdder> computations = new ConcurrentHashMap<>();

  /**
   * Hashing with the native library where it loads.
   *
   * @param randomness as many unguessable bytes as asked for
   */
  public PasswordHashing(
      KdfParameters parameters, IntFunction<byte[]> randomness, Bulkhead bulkhead) {
    this(parameters, randomness, bulkhead, Argon2id.fastest());
  }

  PasswordHashing(
      KdfParameters parameters,
      IntFunction<byte[]> randomness,
      Bulkhead bulkhead,
      Argon2id argon2id) {
    this.parameters = parameters;
    this.randomness = randomness;
    this.bulkhead = bulkhead;
    this.argon2id = argon2id;
    this.decoy = new Verifier(parameters, salt(), randomness.apply(HASH_BYTES));
  }

  /**
   * A new verifier, salted anew.
   *
   * @throws TooBusy if others are before us and it would take too long
   */
  public Verifier hash(Password password) {
    byte[] salt = salt();
    return new Verifier(parameters, salt, compute(password, parameters, salt, HASH_BYTES));
  }

  /**
   * Whether the verifier was made of this password.
   *
   * @throws TooBusy if others are before us and it would take too long
   */
  public boolean matches(Password password, Verifier verifier) {
    return verifier.isOf(
        compute(password, verifier.parameters(), verifier.salt(), verifier.hashLength()));
  }

  /**
   * The work of {@link #matches} where there is nothing to compare with, so that nobody can tell.
   *
   * @throws TooBusy if others are before us and it would take too long
   */
  public void decoy(Password password) {
    boolean _ = matches(password, decoy);
  }

  /** Whether the verifier was made otherwise than {@link #hash} makes them now. */
  public boolean isOutdated(Verifier verifier) {
    return !verifier.parameters().equals(parameters)
        || verifier.hashLength() != HASH_BYTES
        || verifier.salt().length < SALT_BYTES;
  }

  /** How often the function has been computed, whatever for. */
  public long computations() {
    return computations.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** The same, told apart by parameters: equal counts are equal work. */
  public Map<KdfParameters, Long> computationsByParameters() {
    return computations.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> entry.getValue().sum()));
  }

  private byte[] salt() {
    return randomness.apply(SALT_BYTES);
  }

  private byte[] compute(Password password, KdfParameters parameters, byte[] salt, int length) {
    return bulkhead.call(() -> {
      byte[] utf8 = password.utf8();
      try {
        computations.computeIfAbsent(parameters, _ -> new LongAdder()).increment();
        return argon2id.derive(utf8, salt, parameters, length);
      } finally {
        Arrays.fill(utf8, (byte) 0);
      }
    });
  }
}
