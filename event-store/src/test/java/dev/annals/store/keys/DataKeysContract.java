package dev.annals.store.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.crypto.DataKeyName;
import dev.annals.crypto.DataKeys;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every keeper of data keys promises. */
interface DataKeysContract {
  DataKeys keys();

  private static DataKeyName someone() {
    return DataKeyName.account(UUID.randomUUID());
  }

  @Test
  default void a_key_is_found_as_it_was_kept_and_only_under_its_name() {
    var name = someone();
    assertThat(keys().keep(name, new byte[] {1, 0, -1})).containsExactly(1, 0, -1);
    assertThat(keys().find(name))
        .hasValueSatisfying(key -> assertThat(key).containsExactly(1, 0, -1));
    assertThat(keys().find(someone())).isEmpty();
  }

  @Test
  default void the_first_key_stays() {
    var name = someone();
    assertThat(keys().keep(name, new byte[] {1})).containsExactly(1);
    assertThat(keys().keep(name, new byte[] {2})).containsExactly(1);
  }

  @Test
  default void of_many_who_come_at_once_all_get_the_same_key() {
    var name = someone();
    var kept =
        IntStream.range(0, 50)
            .mapToObj(i ->
                CompletableFuture.supplyAsync(
                    () -> keys().keep(name, new byte[] {(byte) i})[0], Thread::startVirtualThread))
            .toList();
    assertThat(kept.stream().map(CompletableFuture::join).distinct()).hasSize(1);
  }

  @Test
  default void a_forgotten_key_is_gone_and_may_be_forgotten_again() {
    var name = someone();
    assertThat(keys().keep(name, new byte[] {1})).isNotEmpty();
    keys().forget(name);
    keys().forget(name);
    assertThat(keys().find(name)).isEmpty();
    assertThat(keys().keep(name, new byte[] {2})).containsExactly(2);
  }

  @Test
  default void every_key_is_told() {
    var some = IntStream.range(0, 2_100).mapToObj(_ -> someone()).toList();
    some.forEach(name -> assertThat(keys().keep(name, new byte[] {7})).hasSize(1));
    var told = new HashSet<DataKeyName>();
    keys().forEach((name, _) -> assertThat(told.add(name)).isTrue());
    assertThat(told).containsAll(some);
  }

  @Test
  default void a_key_is_replaced_only_as_it_was_seen() {
    var name = someone();
    var gone = someone();
    assertThat(keys().keep(name, new byte[] {1})).isNotEmpty();
    keys().replace(name, new byte[] {2}, new byte[] {3});
    assertThat(keys().find(name)).hasValueSatisfying(key -> assertThat(key).containsExactly(1));
    keys().replace(name, new byte[] {1}, new byte[] {3});
    assertThat(keys().find(name)).hasValueSatisfying(key -> assertThat(key).containsExactly(3));
    keys().replace(gone, new byte[] {1}, new byte[] {3});
    assertThat(keys().find(gone)).isEmpty();
  }
}
