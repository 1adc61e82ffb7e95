/**
 * The log's way over Kafka: {@link dev.annals.query.feed.KafkaRelay} sends every event as a
 * CloudEvent, {@link dev.annals.query.feed.KafkaFeed} restores the one total order from all
 * partitions and keeps a copy of the log that views follow like the log itself.
 */
@CheckReturnValue
@NullMarked
package dev.annals.query.feed;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
