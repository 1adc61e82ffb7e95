package dev.annals.store.keys;

import dev.annals.crypto.DataKeys;
import dev.annals.store.TestPostgres;
import dev.annals.store.sql.ReadingRoom;
import dev.annals.store.sql.Sessions;
import org.junit.jupiter.api.AfterEach;

final class PostgresDataKeysTest implements DataKeysContract {
  private final ReadingRoom room =
      new ReadingRoom(new Sessions(TestPostgres.freshDatabase().asApplication().database()), 4);

  @AfterEach
  void close() {
    room.close();
  }

  @Override
  public DataKeys keys() {
    return new PostgresDataKeys(room);
  }
}
