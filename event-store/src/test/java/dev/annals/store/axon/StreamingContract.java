package dev.annals.store.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.GlobalSequenceTrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventstreaming.StreamingCondition;
import org.junit.jupiter.api.Test;

/** What Axon Framework's event processors ask of a storage engine. */
interface StreamingContract extends StorageEngineContract {
  @Test
  default void first_and_latest_token_of_an_empty_log_cover_each_other() {
    var first = engine().firstToken(null).join();
    var latest = engine().latestToken(null).join();
    assertThat(first.covers(latest)).isTrue();
    assertThat(latest.covers(first)).isTrue();
  }

  @Test
  default void streaming_goes_on_behind_the_token_and_skips_what_is_not_asked_for() {
    mineAndTheirs();
    var first = engine().firstToken(null).join();
    var stream = engine().stream(StreamingCondition.conditionFor(first, ABOUT_ME), null);
    var entry = stream.next().orElseThrow();
    assertThat(StorageEngineContract.position(entry)).isEqualTo(1);
    stream.close();
    var token = entry.getResource(TrackingToken.RESOURCE_KEY);
    var rest = engine().stream(StreamingCondition.conditionFor(token, ABOUT_ME), null);
    assertThat(StorageEngineContract.payloads(List.of(rest.next().orElseThrow())))
        .containsExactly("three");
    assertThat(rest.next()).isEmpty();
    assertThat(rest.isCompleted()).isFalse();
    rest.close();
  }

  @Test
  default void an_open_stream_calls_back_and_neither_misses_nor_repeats() throws Exception {
    var latest = engine().latestToken(null).join();
    var stream = engine().stream(StreamingCondition.startingFrom(latest), null);
    var calls = new Semaphore(0);
    stream.setCallback(calls::release);
    assertThat(stream.hasNextAvailable()).isFalse();
    for (int i = 1; i <= 20; i++) {
      var _ = append(AppendCondition.none(), StorageEngineContract.event("e" + i, MINE));
    }
    var seen = new ArrayList<Long>();
    while (seen.size() < 20 && calls.tryAcquire(10, TimeUnit.SECONDS)) {
      StorageEngineContract.all(stream)
          .forEach(entry -> seen.add(StorageEngineContract.position(entry)));
    }
    assertThat(seen).hasSize(20).isSorted().doesNotHaveDuplicates();
    stream.close();
    assertThat(stream.isCompleted()).isTrue();
  }

  @Test
  default void a_stream_reads_more_than_one_page() {
    for (int i = 0; i < 5; i++) {
      var events = new TaggedEventMessage<?>[500];
      Arrays.setAll(events, j -> StorageEngineContract.event("e" + j, j % 2 == 0 ? MINE : THEIRS));
      var _ = append(AppendCondition.none(), events);
    }
    var first = engine().firstToken(null).join();
    var everything = engine().stream(StreamingCondition.startingFrom(first), null);
    assertThat(StorageEngineContract.all(everything)).hasSize(2_500);
    var mine = engine().stream(StreamingCondition.conditionFor(first, ABOUT_ME), null);
    assertThat(StorageEngineContract.all(mine)).hasSize(1_250);
    everything.close();
    mine.close();
  }

  @Test
  default void streaming_from_behind_the_end_gives_nothing_yet() {
    mineAndTheirs();
    var token = new GlobalSequenceTrackingToken(13);
    var stream = engine().stream(StreamingCondition.startingFrom(token), null);
    assertThat(stream.next()).isEqualTo(Optional.empty());
    stream.close();
  }

  @Test
  default void the_token_of_a_moment_streams_what_happened_since() {
    var now = Instant.now();
    var _ =
        append(
            AppendCondition.none(),
            StorageEngineContract.eventAt(now.minusSeconds(10), "past", MINE),
            StorageEngineContract.eventAt(now, "now", MINE),
            StorageEngineContract.eventAt(now.plusSeconds(10), "future", MINE));
    var token = engine().tokenAt(now.minusSeconds(5), null).join();
    var stream = engine().stream(StreamingCondition.startingFrom(token), null);
    assertThat(StorageEngineContract.payloads(StorageEngineContract.all(stream)))
        .containsExactly("now", "future");
    stream.close();
    assertThat(engine().tokenAt(now.plusSeconds(60), null).join())
        .isEqualTo(engine().latestToken(null).join());
  }
}
