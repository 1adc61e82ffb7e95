package dev.annals.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

final class DataKeysTest {
  private static final DataKeyName ALICE = DataKeyName.account(new UUID(1, 2));
  private static final DataKeyName BOB = DataKeyName.account(new UUID(3, 4));
  private static final DataKeyName STRANGERS =
      DataKeyName.strangers(Instant.parse("2026-11-30T23:59:59.999Z"));

  private final KeyEncryptionKey kek = KeyEncryptionKey.generate();
  private final MemoryDataKeys dataKeys = new MemoryDataKeys();
  private final Sealing sealing = new Sealing(kek, dataKeys);

  DataKeysTest() {
    sealing.create(ALICE);
    sealing.create(BOB);
  }

  @Test
  void a_forgotten_person_is_forgotten_at_once() {
    Sealed alice = sealing.seal(ALICE, "login", "alice");
    Sealed bob = sealing.seal(BOB, "login", "bob");

    assertThat(sealing.read(alice, "login")).contains("alice");
    sealing.forget(ALICE);
    sealing.forget(ALICE);

    assertThat(sealing.open(alice, "login")).isEmpty();
    assertThat(sealing.read(alice, "login")).isEmpty();
    assertThat(dataKeys.find(ALICE)).isEmpty();
    assertThat(sealing.open(bob, "login")).contains("bob");
  }

  @Test
  void a_late_event_does_not_bring_a_forgotten_persons_key_back() {
    sealing.forget(ALICE);

    assertThatThrownBy(() -> sealing.seal(ALICE, "login", "alice"))
        .isInstanceOf(KeyForgotten.class)
        .hasMessageContaining(ALICE.value());
    assertThat(dataKeys.find(ALICE)).isEmpty();
  }

  @Test
  void a_key_forgotten_by_another_process_is_used_until_it_is_evicted() {
    Sealed sealed = sealing.seal(ALICE, "login", "alice");
    dataKeys.forget(ALICE);
    assertThat(sealing.open(sealed, "login")).contains("alice");

    sealing.evict(ALICE);

    assertThat(sealing.open(sealed, "login")).isEmpty();
    assertThat(sealing.open(sealed, "login")).isEmpty();
  }

  @Test
  void an_evicted_key_is_read_again() {
    Sealed sealed = sealing.seal(ALICE, "login", "alice");

    sealing.evict(ALICE);

    assertThat(sealing.open(sealed, "login")).contains("alice");
  }

  @Test
  void creating_twice_keeps_the_first_key() {
    Sealed sealed = sealing.seal(ALICE, "login", "alice");

    sealing.create(ALICE);
    new Sealing(kek, dataKeys).create(ALICE);
    sealing.evict(ALICE);

    assertThat(sealing.open(sealed, "login")).contains("alice");
  }

  @Test
  void keys_are_asked_for_once_while_they_are_in_memory() {
    CountingDataKeys counting = new CountingDataKeys();
    Sealing sealing = new Sealing(kek, counting);
    sealing.create(ALICE);
    int before = counting.finds;

    for (int i = 0; i < 10; i++) {
      assertThat(sealing.open(sealing.seal(ALICE, "login", "alice"), "login")).contains("alice");
    }
    assertThat(counting.finds).isEqualTo(before);

    sealing.evict(ALICE);
    Sealed sealed = sealing.seal(ALICE, "login", "alice");
    assertThat(sealing.open(sealed, "login")).contains("alice");
    assertThat(counting.finds).isEqualTo(before + 1);
  }

  @Test
  void a_key_forgotten_while_it_is_being_read_does_not_stay_in_memory() {
    ForgettingDataKeys forgetting = new ForgettingDataKeys();
    Sealing sealing = new Sealing(kek, forgetting);
    forgetting.meanwhile = () -> {};
    sealing.create(ALICE);
    Sealed sealed = sealing.seal(ALICE, "login", "alice");
    sealing.evict(ALICE);

    forgetting.meanwhile = () -> sealing.forget(ALICE);
    assertThat(sealing.open(sealed, "login")).contains("alice");

    forgetting.meanwhile = () -> {};
    assertThat(sealing.open(sealed, "login")).isEmpty();
  }

  @Test
  void processes_that_need_a_strangers_key_at_once_agree_on_one() throws Exception {
    List<Sealed> sealed = new ArrayList<>();
    CountDownLatch start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Sealed>> answers = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        answers.add(
            threads.submit(() -> {
              start.await();
              return new Sealing(kek, dataKeys).seal(STRANGERS, "address", "203.0.113.9");
            }));
      }
      start.countDown();
      for (Future<Sealed> answer : answers) {
        sealed.add(answer.get());
      }
    }
    assertThat(sealed)
        .allSatisfy(one -> assertThat(sealing.open(one, "address")).contains("203.0.113.9"));
  }

  private static final class CountingDataKeys implements DataKeys {
    private final MemoryDataKeys keys = new MemoryDataKeys();
    private int finds;

    @Override
    public Optional<byte[]> find(DataKeyName name) {
      finds++;
      return keys.find(name);
    }

    @Override
    public byte[] keep(DataKeyName name, byte[] wrapped) {
      return keys.keep(name, wrapped);
    }

    @Override
    public void forget(DataKeyName name) {
      keys.forget(name);
    }

    @Override
    public void forEach(BiConsumer<DataKeyName, byte[]> visitor) {
      keys.forEach(visitor);
    }

    @Override
    public void replace(DataKeyName name, byte[] wrapped, byte[] next) {
      keys.replace(name, wrapped, next);
    }
  }

  /** Lets something happen between reading a key and handing it out. */
  private static final class ForgettingDataKeys implements DataKeys {
    private final MemoryDataKeys keys = new MemoryDataKeys();
    private Runnable meanwhile = () -> {};

    @Override
    public Optional<byte[]> find(DataKeyName name) {
      Optional<byte[]> found = keys.find(name);
      meanwhile.run();
      return found;
    }

    @Override
    public byte[] keep(DataKeyName name, byte[] wrapped) {
      byte[] kept = keys.keep(name, wrapped);
      meanwhile.run();
      return kept;
    }

    @Override
    public void forget(DataKeyName name) {
      keys.forget(name);
    }

    @Override
    public void forEach(BiConsumer<DataKeyName, byte[]> visitor) {
      keys.forEach(visitor);
    }

    @Override
    public void replace(DataKeyName name, byte[] wrapped, byte[] next) {
      keys.replace(name, wrapped, next);
    }
  }
}
