package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.crypto.KeyEncryptionKey;
import dev.annals.store.EventLog;
import dev.annals.store.StoredEvent;
import dev.annals.store.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One key-encryption key takes over from another, as docs/operations.md describes it. */
@ExtendWith(NothingLeaks.class)
class KekRotationIT {
  private static final String NEXT = KeyEncryptionKey.generate().toBase64();

  @Test
  void people_sign_in_before_while_and_after_and_the_former_key_can_be_thrown_away() {
    var database = TestPostgres.freshDatabase();
    var clock = new SettableClock();
    var next = "annals.kek-rotation.next=" + NEXT;
    var kek = "annals.kek=" + NEXT;
    var previous = "annals.kek-rotation.previous=" + Server.KEK;
    try (var old = Server.start(database, clock, next)) {
      var ada = old.annals().person();
      try (var taking = Server.start(database, clock, kek, previous)) {
        assertThat(taking.annals().signIn(ada).access()).isNotEmpty();
        var tom = taking.annals().person();
        assertThat(old.annals().signIn(tom).access()).isNotEmpty();
      }
    }
    try (var alone = Server.start(database, clock, kek)) {
      assertThat(alone.annals().administrator().access()).isNotEmpty();
      assertThat(alone.bean(EventLog.class).read(0, 1000))
          .extracting(StoredEvent::name)
          .containsOnlyOnce("installation.kek_replaced");
      alone.keepsNoSecrets();
    }
    assertThatThrownBy(() -> Server.start(database, clock)).isInstanceOf(Exception.class);
  }
}
