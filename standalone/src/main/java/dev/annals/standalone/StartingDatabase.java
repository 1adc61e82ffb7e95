package dev.annals.standalone;

import dev.annals.store.sql.LogSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.boot.SpringApplication;

/** The database on its way up, while the application gets ready for it. */
final class StartingDatabase {
  private final DataDirectory data;
  private final FutureTask<EmbeddedDatabase> start;

  private StartingDatabase(DataDirectory data) {
    this.data = data;
    this.start =
        new FutureTask<>(
            () -> migrated(EmbeddedDatabase.start(data, () -> UUID.randomUUID().toString())));
  }

  /** Told to stop while the server is still starting, we wait for it, and then stop it. */
  static StartingDatabase in(DataDirectory data) {
    var database = new StartingDatabase(data);
    SpringApplication.getShutdownHandlers().add(database::stop);
    var _ = Thread.ofPlatform().name("annals-database").start(database.start);
    return database;
  }

  private static EmbeddedDatabase migrated(EmbeddedDatabase database) throws IOException {
    var owner = database.owner();
    try {
      LogSchema.migrate(database.url(), owner.name(), owner.password());
      return database;
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /**
   * Waits until it can be connected to, and its tables are up to date.
   *
   * @throws StartRefused when it cannot be started
   */
  EmbeddedDatabase started() {
    try {
      return start.get();
    } catch (ExecutionException | InterruptedException e) {
      throw e.getCause() instanceof StartRefused refused ? refused : new IllegalStateException(e);
    }
  }

  private void stop() {
    try (data;
        var _ = start.get()) {
      // Closed in this order: the server, then the lock on its directory.
    } catch (ExecutionException | InterruptedException _) {
      // It never started, and whoever waited for it says why.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
