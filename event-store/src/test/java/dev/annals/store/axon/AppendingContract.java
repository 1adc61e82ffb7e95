package dev.annals.store.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.store.AppendConflict;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.GlobalIndexConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

/** What Axon Framework's units of work ask of a storage engine. */
interface AppendingContract extends StorageEngineContract {
  private static void assertRejected(CompletableFuture<ConsistencyMarker> append) {
    assertThatThrownBy(append::join)
        .cause()
        .isInstanceOf(AppendEventsTransactionRejectedException.class)
        .hasCauseInstanceOf(AppendConflict.class);
  }

  @Test
  default void the_marker_of_a_decision_protects_it() {
    mineAndTheirs();
    var marker = new GlobalIndexConsistencyMarker(3);
    var condition = AppendCondition.withCriteria(ABOUT_ME).withMarker(marker);
    assertThat(append(condition, StorageEngineContract.event("four", MINE)))
        .isEqualTo(new GlobalIndexConsistencyMarker(4));
    assertRejected(
        StorageEngineContract.finish(
            engine().appendEvents(condition, null, StorageEngineContract.event("five", MINE))));
  }

  @Test
  default void without_a_marker_the_whole_log_counts() {
    mineAndTheirs();
    var condition = AppendCondition.withCriteria(ABOUT_ME);
    assertRejected(
        StorageEngineContract.finish(
            engine().appendEvents(condition, null, StorageEngineContract.event("four", MINE))));
  }

  @Test
  default void of_two_transactions_about_the_same_the_first_commit_wins() {
    var condition = AppendCondition.withCriteria(ABOUT_ME);
    var first = engine().appendEvents(condition, null, StorageEngineContract.event("first", MINE));
    var second =
        engine().appendEvents(condition, null, StorageEngineContract.event("second", MINE));
    assertThat(StorageEngineContract.finish(second).join())
        .isEqualTo(new GlobalIndexConsistencyMarker(1));
    assertRejected(StorageEngineContract.finish(first));
  }

  @Test
  default void two_transactions_about_different_things_both_commit() {
    var mine =
        engine()
            .appendEvents(
                AppendCondition.withCriteria(ABOUT_ME),
                null,
                StorageEngineContract.event("m", MINE));
    var theirs =
        engine()
            .appendEvents(
                AppendCondition.withCriteria(ABOUT_THEM),
                null,
                StorageEngineContract.event("t", THEIRS));
    var markers = List.of(StorageEngineContract.finish(mine), StorageEngineContract.finish(theirs));
    assertThat(markers.stream().map(CompletableFuture::join))
        .containsExactlyInAnyOrder(
            new GlobalIndexConsistencyMarker(1), new GlobalIndexConsistencyMarker(2));
  }

  @Test
  default void nothing_is_sent_before_the_commit_and_nothing_after_a_rollback() {
    var transaction =
        engine()
            .appendEvents(AppendCondition.none(), null, StorageEngineContract.event("one", MINE))
            .join();
    assertThat(log().confirmedHead().join()).isZero();
    transaction.rollback(null);
    assertThatThrownBy(() -> StorageEngineContract.commit(transaction).join())
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThat(log().confirmedHead().join()).isZero();
  }

  @Test
  default void an_empty_transaction_has_the_marker_of_the_origin() {
    assertThat(append(AppendCondition.withCriteria(ABOUT_ME))).isEqualTo(ConsistencyMarker.ORIGIN);
  }

  @Test
  default void an_event_without_bytes_is_refused_before_the_commit() {
    var message = new GenericEventMessage(new MessageType("annals.none", "1"), null, Map.of());
    TaggedEventMessage<?> tagged = new GenericTaggedEventMessage<>(message, MINE);
    assertThatThrownBy(() -> engine().appendEvents(AppendCondition.none(), null, tagged).join())
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }
}
