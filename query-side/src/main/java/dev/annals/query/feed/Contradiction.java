package dev.annals.query.feed;

import dev.annals.query.feed.Reordering.Arrived;

/** Two different events at one position: the topic mixes two logs, or somebody forged one. */
final class Contradiction extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Contradiction(Arrived arrived) {
    super(
        ("the record of partition %d at offset %d is another event than the one already known at"
                + " position %d: the topic holds two logs, such as one from before and one from"
                + " after a restored backup; send the log to a new topic and copy it anew")
            .formatted(arrived.partition(), arrived.offset(), arrived.event().position()));
  }
}
