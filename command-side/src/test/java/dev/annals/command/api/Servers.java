package dev.annals.command.api;

import dev.annals.store.TestPostgres;

/** The servers that tests share; they live as long as this JVM. */
final class Servers {
  private static final Server USUAL =
      Server.start(TestPostgres.freshDatabase(), new SettableClock());

  private Servers() {}

  /** For whoever brings accounts of their own and leaves clock and signing keys alone. */
  static Server usual() {
    return USUAL;
  }
}
