package dev.annals.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class DataKeyCacheTest {
  private static final DataKey KEY = new DataKey(Aead.newKey());
  private static final DataKey OTHER = new DataKey(Aead.newKey());

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final DataKeyCache cache = new DataKeyCache(3, Duration.ofNanos(10), nanos::get);

  private static DataKeyName name(int number) {
    return DataKeyName.account(new UUID(0, number));
  }

  private void put(int number) {
    cache.put(name(number), KEY, cache.evictions());
  }

  @Test
  void a_key_is_kept_for_its_time_and_no_longer() {
    put(1);

    nanos.addAndGet(9);
    assertThat(cache.find(name(1))).contains(KEY);

    nanos.addAndGet(1);
    assertThat(cache.find(name(1))).isEmpty();
  }

  @Test
  void looking_does_not_lengthen_a_keys_time() {
    put(1);
    for (int i = 0; i < 9; i++) {
      nanos.incrementAndGet();
      assertThat(cache.find(name(1))).isPresent();
    }
    nanos.incrementAndGet();
    assertThat(cache.find(name(1))).isEmpty();
  }

  @Test
  void the_longest_unused_key_makes_room() {
    put(1);
    put(2);
    put(3);
    assertThat(cache.find(name(1))).isPresent();

    put(4);

    assertThat(cache.find(name(1))).isPresent();
    assertThat(cache.find(name(2))).isEmpty();
    assertThat(cache.find(name(3))).isPresent();
    assertThat(cache.find(name(4))).isPresent();
  }

  @Test
  void a_key_read_before_any_eviction_is_not_kept() {
    long before = cache.evictions();
    cache.evict(name(2));

    cache.put(name(1), KEY, before);

    assertThat(cache.find(name(1))).isEmpty();
  }

  @Test
  void an_evicted_key_is_gone_and_may_come_back() {
    put(1);
    put(2);
    cache.evict(name(1));
    assertThat(cache.find(name(1))).isEmpty();
    assertThat(cache.find(name(2))).isPresent();

    cache.put(name(1), OTHER, cache.evictions());
    assertThat(cache.find(name(1))).contains(OTHER);
  }
}
