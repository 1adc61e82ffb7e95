package dev.annals.query.view;

import dev.annals.crypto.Sealed;
import java.time.Instant;
import java.util.Optional;

/** One side of a {@link Change}. */
public sealed interface Value {

  /** There was none. */
  record Nothing() implements Value {}

  /** Anybody who may ask may read it. */
  record Plain(String text) implements Value {}

  /** Personal data, to be opened by who shows it, for this purpose. */
  record Personal(Sealed sealed, String purpose) implements Value {}

  static Value of(Object plain) {
    return new Plain(plain.toString());
  }

  static Value of(Optional<Instant> at) {
    return at.map(Value::of).orElseGet(Nothing::new);
  }
}
