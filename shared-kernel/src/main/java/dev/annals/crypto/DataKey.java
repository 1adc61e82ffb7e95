package dev.annals.crypto;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.crypto.SecretKey;

/** An unwrapped data key, and what was read with it and will be again: both go together. */
final class DataKey {
  /** A login and a display name, and those before them. */
  private static final int MOST_READ = 8;

  private final SecretKey secret;
  private final Map<Told, String> read = new ConcurrentHashMap<>();

  DataKey(SecretKey secret) {
    this.secret = secret;
  }

  private record Told(Sealed sealed, String purpose) {}

  SecretKey secret() {
    return secret;
  }

  /** What {@code sealed} says, opened the first time only. */
  Optional<String> read(Sealed sealed, String purpose, Supplier<Optional<String>> open) {
    var told = new Told(sealed, purpose);
    var known = read.get(told);
    return known != null ? Optional.of(known) : open.get().map(text -> keep(told, text));
  }

  private String keep(Told told, String text) {
    if (read.size() < MOST_READ) {
      read.put(told, text);
    }
    return text;
  }
}
