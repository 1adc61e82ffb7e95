package dev.annals.query.who;

import dev.annals.crypto.InstallationSecret;
import dev.annals.crypto.KeyedHash;
import dev.annals.crypto.Sealing;
import dev.annals.store.LogUnavailable;
import dev.annals.store.postgres.PostgresReading;
import dev.annals.store.sql.LogSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What vouches for relayed records: asked of the log's own database, since a copy says what its
 * records said; then kept, so that the log may be away.
 */
public final class RelayKey implements Supplier<KeyedHash> {
  private final LogSettings log;
  private final Sealing sealing;
  private volatile @Nullable KeyedHash known;

  /**
   * The key of the installation that {@code log} founded, asked for when it is needed.
   *
   * @param log the log's database and nothing that was relayed; who may read it is enough
   */
  public RelayKey(LogSettings log, Sealing sealing) {
    this.log = log;
    this.sealing = sealing;
  }

  /**
   * The key; where this fails, it can be asked for again.
   *
   * @throws LogUnavailable while the log is away or has not been founded
   * @throws dev.annals.crypto.WrongKey when the key-encryption key is not this installation's
   */
  @Override
  public KeyedHash get() {
    var key = known;
    if (key == null) {
      key = ask().relayedRecords();
      known = key;
    }
    return key;
  }

  private InstallationSecret ask() {
    try (var reading = PostgresReading.open(log, new SimpleMeterRegistry())) {
      return Tokens.secret(Tokens.histories(reading, 1), sealing)
          .orElseThrow(() -> LogUnavailable.nothingWritten("it has not been founded", null));
    }
  }
}
