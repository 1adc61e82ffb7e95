package dev.annals.store;

import static dev.annals.store.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a log promises to many who write at once, here and in other processes. */
public interface ManyWritersContract extends EventLogContract {
  /** Another writer of the same log, or the same one where there cannot be another. */
  EventLog otherWriter();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  default void of_two_hundred_conditional_appends_at_once_exactly_one_succeeds(boolean twoWriters) {
    var condition = Condition.nothing(Criteria.tag("login:x"), 0);
    var outcomes =
        atOnce(
            200,
            i ->
                (twoWriters && i % 2 == 1 ? otherWriter() : log())
                    .append(Append.of(event("registered", "login:x")).on(condition)));
    assertThat(outcomes).filteredOn(Appended.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(AppendConflict.class::isInstance).hasSize(199);
    assertThat(log().confirmedHead().join()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  default void concurrent_appends_leave_no_gap_and_each_finds_its_events(boolean twoWriters) {
    var outcomes =
        atOnce(
            300,
            i ->
                (twoWriters && i % 2 == 1 ? otherWriter() : log())
                    .append(Append.of(event("n" + i, "t:" + i), event("n" + i, "t:" + i))));
    var head = log().confirmedHead().join();
    assertThat(head).isEqualTo(600);
    assertThat(log().read(0, 1_000))
        .extracting(StoredEvent::position)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 600).boxed().toList());
    for (int i = 0; i < 300; i++) {
      var appended = (Appended) outcomes.get(i);
      assertThat(appended.last()).isEqualTo(appended.first() + 1);
      assertThat(log().source(Criteria.tag("t:" + i), 0).events())
          .extracting(StoredEvent::position)
          .containsExactly(appended.first(), appended.last());
    }
  }

  private static List<Object> atOnce(int count, IntFunction<CompletableFuture<Appended>> append) {
    var go = new CountDownLatch(1);
    var outcomes =
        IntStream.range(0, count)
            .mapToObj(i ->
                CompletableFuture.supplyAsync(
                    () -> outcome(go, () -> append.apply(i)), Thread::startVirtualThread))
            .toList();
    go.countDown();
    return outcomes.stream().map(CompletableFuture::join).toList();
  }

  private static Object outcome(CountDownLatch go, Supplier<CompletableFuture<Appended>> append) {
    try {
      go.await();
      return append.get().join();
    } catch (CompletionException e) {
      return Objects.requireNonNull(e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  default void what_another_writer_acknowledged_is_seen_after_asking_for_the_head() {
    for (int i = 1; i <= 20; i++) {
      otherWriter().append(Append.of(event("e" + i, "t"))).join();
      assertThat(log().confirmedHead().join()).isEqualTo(i);
      assertThat(log().source(Criteria.tag("t"), i - 1).events()).hasSize(1);
    }
  }

  @Test
  default void writers_that_take_turns_respect_each_others_events() {
    for (int i = 0; i < 20; i++) {
      var writer = i % 2 == 0 ? log() : otherWriter();
      var reader = i % 2 == 0 ? otherWriter() : log();
      writer.append(Append.of(event("a", "t:" + i))).join();
      EventLogContract.assertConflict(
          reader.append(
              Append.of(event("b", "t:" + i)).on(Condition.nothing(Criteria.tag("t:" + i), 0))));
    }
    assertThat(log().confirmedHead().join()).isEqualTo(20);
  }

  @Test
  default void listeners_are_called_when_the_log_grows_here_or_elsewhere() throws Exception {
    var heads = new ConcurrentLinkedQueue<Long>();
    var two = new CountDownLatch(1);
    try (var _ =
        log()
            .onAdvance(head -> {
              heads.add(head);
              if (head == 2) {
                two.countDown();
              }
            })) {
      log().append(Append.of(event("here"))).join();
      otherWriter().append(Append.of(event("elsewhere"))).join();
      assertThat(two.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(List.copyOf(heads)).isSorted();
    }
  }
}
