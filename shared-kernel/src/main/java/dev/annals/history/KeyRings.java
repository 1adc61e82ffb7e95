package dev.annals.history;

import dev.annals.token.KeyRing;
import java.util.List;

/** How the ring of signing keys is put together; there is one. */
public final class KeyRings {
  public static final EventStream<Id, KeyRing> STREAM =
      new EventStream<>(
          "signing-keys",
          _ -> KeyRing.EMPTY,
          KeyRing::evolve,
          _ -> List.of(Facts.tagged("signing-keys:all")));

  private KeyRings() {}

  /** The one ring. */
  public enum Id {
    ALL
  }
}
